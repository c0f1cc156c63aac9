#include "themata/exchange/refi_project_writer.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "themata/container/zip_writer.hpp"
#include "themata/error.hpp"
#include "themata/exchange/detail/kept_parts.hpp"
#include "themata/exchange/detail/own_record.hpp"
#include "themata/exchange/detail/refi_codes.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/refi_notes.hpp"
#include "themata/exchange/detail/refi_schema.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/plural.hpp"

namespace themata::exchange {

using detail::as_guid;
using detail::derived_guid;
using detail::RefiNote;
using detail::RefiVariable;
using model::PortableCoding;
using model::PortableMemo;
using model::PortableSource;
using model::PortableStudy;

namespace {

constexpr std::size_t longest_note_name = 60;       // columns
constexpr std::size_t longest_selection_name = 80;  // columns

/// The beginning of a text on one line, as a name.
std::string beginning(std::string_view text, std::size_t columns) {
  std::string line(text.substr(0, 8 * columns));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return text::shortened(line, columns, text::CutAt::end);
}

}  // namespace

struct RefiProjectWriter::State {
  State(std::filesystem::path file, const PortableStudy& a_study, RefiDialect a_dialect)
      : study(a_study), dialect(a_dialect), archive(std::move(file)) {}

  const PortableStudy& study;
  const RefiDialect dialect;
  container::ZipWriter archive;
  detail::XmlWriting xml;
  detail::OwnRecordWriter record;
  std::ostringstream sources;
  std::vector<std::pair<std::string, std::function<std::string()>>> texts;
  std::vector<RefiNote> notes;
  std::vector<std::pair<std::string, std::string>> case_notes;  ///< from a case to its note
  std::vector<RefiVariable> source_variables;                   ///< occasion, kind, details
  std::vector<std::string> code_guids;
  std::unordered_map<std::size_t, std::vector<std::string>> sources_of;  ///< by participant
  std::vector<std::string> losses;
  std::size_t turn_memos = 0;
  std::size_t turn_count = 0;  // of what other programs will not see
  std::size_t rules = 0;
  std::size_t flags = 0;

  [[nodiscard]] bool for_qualcoder() const { return dialect == RefiDialect::qualcoder; }

  [[nodiscard]] std::string user(const std::optional<std::size_t>& coder) const {
    return coder ? as_guid(study.coders[*coder].guid) : std::string();
  }

  /// Keeps a memo for the notes, and refers to it.
  void note(pugi::xml_node node, const PortableMemo& memo, const std::string& about) {
    const std::string guid = as_guid(memo.guid);
    xml.attribute(node.append_child("NoteRef"), "targetGUID", guid);
    keep_note(memo, about);
  }
  void keep_note(const PortableMemo& memo, const std::string& about) {
    notes.push_back(
        {as_guid(memo.guid), "Memo on " + about, memo.text, user(memo.coder), memo.created});
  }

  // ---- The parts, in the order of the schema ---------------------------------------------------

  void users(pugi::xml_node project) {
    if (study.coders.empty()) return;
    pugi::xml_node list = project.append_child("Users");
    for (const auto& coder : study.coders) {
      pugi::xml_node node = list.append_child("User");
      xml.attribute(node, "guid", as_guid(coder.guid));
      xml.attribute(node, "name", coder.name);
    }
  }

  void codebook(pugi::xml_node project) {
    const bool cases = for_qualcoder() && !study.participants.empty();
    if (study.codebook.codes.empty() && study.codebook.themes.empty() && !cases) return;
    pugi::xml_node codes = project.append_child("CodeBook").append_child("Codes");
    std::unordered_set<std::string> taken;
    detail::write_codes(study.codebook, {true, for_qualcoder()}, codes, xml, losses);
    if (!cases) return;
    for (const auto& participant : study.participants) {
      pugi::xml_node node = codes.append_child("Code");
      xml.attribute(node, "guid", as_guid(participant.guid));
      xml.attribute(node, "name", "Participant: " + participant.name);
      xml.attribute(node, "isCodable", "true");
    }
  }

  void label_notes() {
    for (const auto& code : study.codebook.codes) {
      for (const auto& memo : code.memos) keep_note(memo, "the code " + code.name);
    }
    for (const auto& theme : study.codebook.themes) {
      for (const auto& memo : theme.label.memos) keep_note(memo, "the theme " + theme.label.name);
    }
  }

  std::vector<RefiVariable> participant_variables() const {
    std::vector<RefiVariable> variables;
    for (std::size_t i = 0; i < study.attributes.size(); ++i) {
      std::vector<std::string> values;
      for (const auto& participant : study.participants) values.push_back(participant.values[i]);
      variables.push_back(
          detail::variable_of(as_guid(study.attributes[i].guid), study.attributes[i].name, values));
    }
    return variables;
  }

  void variables(pugi::xml_node project, const std::vector<RefiVariable>& of_participants) {
    if (of_participants.empty() && source_variables.empty()) return;
    pugi::xml_node list = project.append_child("Variables");
    const std::vector<RefiVariable>* both[] = {&of_participants, &source_variables};
    for (const std::vector<RefiVariable>* all : both) {
      for (const RefiVariable& variable : *all) {
        pugi::xml_node node = list.append_child("Variable");
        xml.attribute(node, "guid", variable.guid);
        xml.attribute(node, "name", variable.name);
        xml.attribute(node, "typeOfVariable", variable.type);
      }
    }
  }

  void cases(pugi::xml_node project, const std::vector<RefiVariable>& of_participants) {
    if (study.participants.empty()) return;
    pugi::xml_node list = project.append_child("Cases");
    for (std::size_t p = 0; p < study.participants.size(); ++p) {
      const auto& participant = study.participants[p];
      pugi::xml_node node = list.append_child("Case");
      const std::string guid = as_guid(participant.guid);
      xml.attribute(node, "guid", guid);
      xml.attribute(node, "name", participant.name);
      if (for_qualcoder()) {
        xml.attribute(node.append_child("CodeRef"), "targetGUID", guid);
      }
      for (std::size_t i = 0; i < of_participants.size(); ++i) {
        detail::write_value(of_participants[i], participant.values[i], node, xml);
      }
      for (const std::string& source : sources_of[p]) {
        xml.attribute(node.append_child("SourceRef"), "targetGUID", source);
      }
      for (const PortableMemo& memo : participant.memos) {
        keep_note(memo, participant.name);
        case_notes.emplace_back(guid, as_guid(memo.guid));
      }
    }
  }

  // ---- Sources ---------------------------------------------------------------------------------

  const RefiVariable& source_variable(const std::string& name) {
    for (const RefiVariable& known : source_variables) {
      if (known.name == name) return known;
    }
    source_variables.push_back({derived_guid(name, "variable of sources"), name, "Text"});
    return source_variables.back();
  }

  void selection(pugi::xml_node over, const PortableSource& source, const text::OffsetIndex& index,
                 text::TextRange range, pugi::xml_node& node) {
    const auto points = index.code_points(range);
    node = over.append_child("PlainTextSelection");
    xml.attribute(node, "guid",
                  derived_guid(source.guid, fmt::format("selection {} {} {}", points.begin.value,
                                                        points.end.value, selections_of_range++)));
    xml.attribute(node, "name", beginning(text::slice(source.text, range), longest_selection_name));
    xml.attribute(node, "startPosition", points.begin.value);
    xml.attribute(node, "endPosition", points.end.value);
  }
  std::size_t selections_of_range = 0;  ///< so that each has a GUID of its own

  void coding(pugi::xml_node over, const PortableSource& source, const PortableCoding& one) {
    if (for_qualcoder() && !one.memos.empty()) {
      std::string text;
      for (const PortableMemo& memo : one.memos) (text += text.empty() ? "" : "\n\n") += memo.text;
      xml.text_child(over, "Description", text);
    }
    pugi::xml_node node = over.append_child("Coding");
    xml.attribute(node, "guid", as_guid(one.guid));
    detail::write_creation(user(one.coder), one.created, node, xml);
    xml.attribute(node.append_child("CodeRef"), "targetGUID", code_guids[one.code]);
    if (for_qualcoder()) return;
    for (const PortableMemo& memo : one.memos) {
      note(node, memo, fmt::format("{} in {}", study.codebook.codes[one.code].name, source.name));
    }
  }

  /// One selection for all codings of a range; for QualCoder, which keeps one memo for each, one
  /// for each coding.
  void codings(pugi::xml_node node, const PortableSource& source, const text::OffsetIndex& index) {
    pugi::xml_node over;
    const PortableCoding* before = nullptr;
    for (const PortableCoding& one : source.codings) {
      const bool same = before != nullptr && before->range == one.range;
      if (!same) selections_of_range = 0;
      if (!same || for_qualcoder()) {
        selection(node, source, index, one.range, over);
        detail::write_creation(user(one.coder), one.created, over, xml);
      }
      coding(over, source, one);
      before = &one;
    }
    selections_of_range = 0;
  }

  void turn_memo(pugi::xml_node node, const PortableSource& source, const text::OffsetIndex& index,
                 const PortableMemo& memo) {
    pugi::xml_node over;
    selections_of_range = 1'000'000 + turn_memos++;  // apart from those of codings
    selection(node, source, index, *memo.turn, over);
    detail::write_creation(user(memo.coder), memo.created, over, xml);
    note(over, memo, "a turn in " + source.name);
  }

  void add(const PortableSource& source, std::function<std::string()> text) {
    const text::OffsetIndex index(source.text);
    const std::string guid = as_guid(source.guid);
    pugi::xml_document document;
    pugi::xml_node node = document.append_child("TextSource");
    xml.attribute(node, "guid", guid);
    xml.attribute(node, "name", source.name);
    xml.attribute(node, "plainTextPath", "internal://" + guid + ".txt");
    codings(node, source, index);
    for (const PortableMemo& memo : source.memos) {
      if (memo.turn) turn_memo(node, source, index, memo);
    }
    for (const std::size_t participant : source.participants) {
      sources_of[participant].push_back(guid);
      if (for_qualcoder()) whole_coding(node, guid, participant);
    }
    for (const PortableMemo& memo : source.memos) {
      if (!memo.turn) note(node, memo, source.name);
    }
    const auto value = [&](const std::string& name, const std::string& text_value) {
      if (!text_value.empty()) {
        detail::write_value(source_variable(name), text_value, node, xml);
      }
    };
    value("occasion", source.occasion);
    value("kind", std::string(model::to_string(source.kind)));
    for (const auto& detail : source.details) value(detail.key, detail.value);
    detail::print(node, sources, 2);
    record.source(study, source);
    count_losses(source);
    texts.emplace_back("sources/" + guid + ".txt", [text = std::move(text)] {
      std::string content = text();
      // Readers take the first one of these for a byte order mark, and drop it.
      if (content.starts_with("\uFEFF")) content.insert(0, "\uFEFF");
      return content;
    });
  }

  void count_losses(const PortableSource& source) {
    if (source.turns) turn_count += source.turns->turns.size();
    for (const PortableCoding& one : source.codings) {
      rules += one.rule.empty() ? 0 : 1;
      flags += one.flag_reason.empty() ? 0 : 1;
    }
  }

  void whole_coding(pugi::xml_node node, const std::string& source, std::size_t participant) {
    const std::string guid = as_guid(study.participants[participant].guid);
    pugi::xml_node one = node.append_child("Coding");
    xml.attribute(one, "guid", derived_guid(source + guid, "whole source"));
    xml.attribute(one.append_child("CodeRef"), "targetGUID", guid);
  }

  // ---- What comes behind the sources -----------------------------------------------------------

  void study_notes(pugi::xml_node project_end) {
    for (const PortableMemo& memo : study.memos) note(project_end, memo, "the study");
    for (const auto& entry : study.journal) {
      const std::string guid = as_guid(entry.guid);
      xml.attribute(project_end.append_child("NoteRef"), "targetGUID", guid);
      notes.push_back(
          {guid, fmt::format("Journal {}, phase {}", entry.created.substr(0, 10), entry.phase),
           entry.text, user(entry.coder), entry.created});
    }
  }

  void write_notes(pugi::xml_node project) {
    if (notes.empty()) return;
    pugi::xml_node list = project.append_child("Notes");
    for (const RefiNote& one : notes) {
      pugi::xml_node node = list.append_child("Note");
      xml.attribute(node, "guid", one.guid);
      xml.attribute(node, "name", beginning(one.name, longest_note_name));
      if (for_qualcoder()) {
        const std::string path = one.guid + ".txt";
        xml.attribute(node, "plainTextPath", "internal://" + path);
        texts.emplace_back("sources/" + path, [text = one.text] { return text; });
      }
      detail::write_creation(one.user, one.created, node, xml);
      if (!for_qualcoder()) xml.text_child(node, "PlainTextContent", one.text);
    }
  }

  void links(pugi::xml_node project, const std::vector<pugi::xml_node>& kept) {
    if (case_notes.empty() && kept.empty()) return;
    pugi::xml_node list = project.append_child("Links");
    for (const auto& [from, to] : case_notes) {
      pugi::xml_node node = list.append_child("Link");
      xml.attribute(node, "guid", derived_guid(from + to, "link"));
      xml.attribute(node, "direction", "Associative");
      xml.attribute(node, "originGUID", from);
      xml.attribute(node, "targetGUID", to);
    }
    for (const pugi::xml_node node : kept) list.append_copy(node);
  }

  void sets(pugi::xml_node project, const std::vector<pugi::xml_node>& kept) {
    const auto of_codes = detail::code_sets(study.codebook);
    if (of_codes.empty() && kept.empty()) return;
    pugi::xml_node list = project.append_child("Sets");
    for (const detail::CodeSet& set : of_codes) {
      pugi::xml_node node = list.append_child("Set");
      xml.attribute(node, "guid", set.guid);
      xml.attribute(node, "name", set.name);
      for (const std::string& code : set.codes) {
        xml.attribute(node.append_child("MemberCode"), "targetGUID", code);
      }
    }
    for (const pugi::xml_node node : kept) list.append_copy(node);
  }

  static void graphs(pugi::xml_node project, const std::vector<pugi::xml_node>& kept) {
    if (kept.empty()) return;
    pugi::xml_node list = project.append_child("Graphs");
    for (const pugi::xml_node node : kept) list.append_copy(node);
  }

  /// The whole `.qde`.
  std::string project() {
    const detail::KeptElements kept(study);
    for (const pugi::xml_node node : kept.sources()) detail::print(node, sources, 2);
    for (const std::string& name : kept.left_out()) {
      losses.push_back(
          fmt::format("\"{}\", kept from another program, fits the study no more and "
                      "is left out",
                      name));
    }
    const auto of_participants = participant_variables();
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("Project");
    root.append_attribute("xmlns").set_value("urn:QDA-XML:project:1.0");
    xml.attribute(root, "name", study.title.empty() ? "Untitled" : study.title);
    xml.attribute(root, "origin", study.origin);
    users(root);
    codebook(root);
    label_notes();
    variables(root, of_participants);
    cases(root, of_participants);
    const bool has_sources = !sources.view().empty();
    if (has_sources) root.append_child("Sources").append_child(pugi::node_pcdata).set_value("@");
    pugi::xml_document end;
    pugi::xml_node references = end.append_child("end");
    study_notes(references);
    write_notes(root);
    links(root, kept.links());
    sets(root, kept.sets());
    graphs(root, kept.graphs());
    for (const pugi::xml_node node : references.children()) root.append_copy(node);
    record.study(study);
    tell_losses();
    return with_sources(document, has_sources);
  }

  /// The sources were printed one by one; their place in the document is marked.
  std::string with_sources(const pugi::xml_document& document, bool has_sources) {
    std::ostringstream head;
    head << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    detail::print(document.document_element(), head);
    std::string text = head.str();
    if (has_sources) {
      constexpr std::string_view marked = "<Sources>@</Sources>";
      const std::size_t at = text.find(marked);
      text.replace(at, marked.size(), "<Sources>\n" + sources.str() + "  </Sources>");
    }
    return text + record.instruction();
  }

  void tell_losses() {
    const auto lose = [&](std::size_t count, std::string_view one, std::string_view more) {
      if (count == 0) return;
      losses.push_back(
          fmt::format("Themata alone will read {} {}", count, count == 1 ? one : more));
    };
    lose(turn_count, "turn with its speaker", "turns with their speakers");
    lose(study.phase_moves.size(), "move between phases", "moves between phases");
    lose(study.families.size(), "term family", "term families");
    lose(study.statements.size(), "statement on the checklist", "statements on the checklist");
    lose(study.readings.size(), "note of what was read", "notes of what was read");
    lose(study.chosen.size(), "excerpt chosen for the report", "excerpts chosen for the report");
    lose(study.questions.size(), "question of the interview", "questions of the interview");
    lose(study.bracket_rules.size(), "bracket classed by hand", "brackets classed by hand");
    lose(rules, "rule of an automatic coding", "rules of automatic codings");
    lose(flags, "mark on a coding to look at again", "marks on codings to look at again");
    if (xml.replaced() > 0) {
      losses.push_back(fmt::format("{} that XML does not allow became U+FFFD",
                                   text::plural(xml.replaced(), "character")));
    }
  }
};

RefiProjectWriter::RefiProjectWriter(std::filesystem::path file, const PortableStudy& study,
                                     RefiDialect dialect)
    : state_(std::make_unique<State>(std::move(file), study, dialect)) {
  for (const auto& code : study.codebook.codes) state_->code_guids.push_back(as_guid(code.guid));
}

RefiProjectWriter::~RefiProjectWriter() = default;

void RefiProjectWriter::add(const PortableSource& source, std::function<std::string()> text) {
  state_->add(source, std::move(text));
}

void RefiProjectWriter::finish(const std::function<void(double)>& progress) {
  State& state = *state_;
  std::string project = state.project();
  detail::require_valid_project(project);
  state.archive.add("project.qde", [&project] { return std::move(project); });
  for (auto& [name, text] : state.texts) state.archive.add(name, std::move(text));
  for (const model::KeptPart& part : state.study.kept) {
    if (part.file_name.empty()) continue;
    state.archive.add("sources/" + part.file_name, [&part] { return part.file; });
  }
  state.archive.finish(progress);
}

const std::vector<std::string>& RefiProjectWriter::losses() const { return state_->losses; }

}  // namespace themata::exchange
