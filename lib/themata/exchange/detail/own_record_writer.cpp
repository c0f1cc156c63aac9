#include <sstream>

#include <fmt/format.h>

#include "themata/exchange/detail/own_record.hpp"
#include "themata/exchange/detail/refi_guid.hpp"

namespace themata::exchange::detail {

namespace {

using model::PortableCoding;
using model::PortableLabel;
using model::PortableMemo;
using model::PortableSource;
using model::PortableStudy;

std::string time_of(const std::optional<std::chrono::milliseconds>& time) {
  return time ? std::to_string(time->count()) : "-";
}

/// "speaker label-begin label-end begin end started ended" for each turn, a line each.
std::string written_turns(const std::vector<model::Turn>& turns) {
  std::string lines;
  for (const model::Turn& turn : turns) {
    lines +=
        fmt::format("{} {} {} {} {} {} {}\n", turn.speaker ? std::to_string(*turn.speaker) : "-",
                    turn.label.begin.value, turn.label.end.value, turn.range.begin.value,
                    turn.range.end.value, time_of(turn.started), time_of(turn.ended));
  }
  return lines;
}

std::string written_asides(const std::vector<model::Aside>& asides) {
  std::string lines;
  for (const model::Aside& aside : asides) {
    lines += fmt::format("{} {} {}\n", aside.range.begin.value, aside.range.end.value,
                         model::to_string(aside.kind));
  }
  return lines;
}

bool is_plain(const PortableCoding& coding) {
  return coding.memos.empty() && coding.rule.empty() && coding.flag_reason.empty();
}

}  // namespace

OwnRecordWriter::OwnRecordWriter() : root_(document_.append_child("record")) {
  xml_.attribute(root_, "version", std::size_t{1});
}

void OwnRecordWriter::coder(const PortableStudy& study, pugi::xml_node node, std::size_t coder) {
  xml_.attribute(node, "coder", as_guid(study.coders[coder].guid));
}

void OwnRecordWriter::memos(const PortableStudy& study, pugi::xml_node node,
                            const std::vector<PortableMemo>& memos) {
  for (const PortableMemo& memo : memos) {
    pugi::xml_node one = node.append_child("memo");
    xml_.attribute(one, "guid", memo.guid);
    if (memo.coder) coder(study, one, *memo.coder);
    xml_.attribute(one, "created", memo.created);
    xml_.attribute(one, "order", memo.order);
    if (memo.turn) {
      xml_.attribute(one, "begin", memo.turn->begin.value);
      xml_.attribute(one, "end", memo.turn->end.value);
    }
    xml_.text(one, memo.text);
  }
}

void OwnRecordWriter::label(const PortableStudy& study, const char* name,
                            const PortableLabel& label) {
  pugi::xml_node node = root_.append_child(name);
  xml_.attribute(node, "guid", as_guid(label.guid));
  xml_.attribute(node, "own", label.guid);
  xml_.attribute(node, "name", label.name);
  xml_.attribute_if(node, "retired", label.retired);
  xml_.text_child_if(node, "definition", label.definition);
  xml_.text_child_if(node, "idea", label.idea);
  xml_.text_child_if(node, "includes", label.includes);
  xml_.text_child_if(node, "excludes", label.excludes);
  xml_.text_child_if(node, "example", label.example);
  memos(study, node, label.memos);
}

void OwnRecordWriter::codebook(const PortableStudy& study) {
  for (const auto& code : study.codebook.codes) label(study, "code", code);
  for (const auto& theme : study.codebook.themes) label(study, "theme", theme.label);
}

void OwnRecordWriter::study(const PortableStudy& study) {
  pugi::xml_node node = root_.append_child("study");
  xml_.attribute(node, "title", study.title);
  if (study.info) {
    xml_.attribute(node, "approach", model::to_string(study.info->approach));
    xml_.attribute(node, "language", study.info->language);
    xml_.attribute(node, "phaseNames", model::to_string(study.info->phase_names));
  }
  memos(study, node, study.memos);
  codebook(study);
  for (const auto& attribute : study.attributes) {
    pugi::xml_node one = root_.append_child("attribute");
    xml_.attribute(one, "guid", as_guid(attribute.guid));
    xml_.attribute(one, "own", attribute.guid);
    xml_.attribute(one, "name", attribute.name);
  }
  for (const auto& participant : study.participants) {
    pugi::xml_node one = root_.append_child("participant");
    xml_.attribute(one, "guid", as_guid(participant.guid));
    xml_.attribute(one, "own", participant.guid);
    for (const std::string& value : participant.values) xml_.text_child(one, "value", value);
    memos(study, one, participant.memos);
  }
  records(study);
  families(study);
}

void OwnRecordWriter::records(const PortableStudy& study) {
  const auto entries = [&](const char* name, const std::vector<model::PortableEntry>& all) {
    for (const auto& entry : all) {
      pugi::xml_node one = root_.append_child(name);
      xml_.attribute(one, "guid", entry.guid);
      coder(study, one, entry.coder);
      xml_.attribute(one, "created", entry.created);
      xml_.attribute(one, "phase", static_cast<std::size_t>(entry.phase));
      xml_.text(one, entry.text);
    }
  };
  entries("journalEntry", study.journal);
  entries("phaseMove", study.phase_moves);
  for (const auto& reading : study.readings) {
    pugi::xml_node one = root_.append_child("reading");
    xml_.attribute(one, "of", model::to_string(reading.target));
    xml_.attribute(one, "guid", as_guid(reading.guid));
    coder(study, one, reading.coder);
    xml_.attribute(one, "created", reading.created);
  }
  for (const auto& statement : study.statements) {
    pugi::xml_node one = root_.append_child("statement");
    xml_.attribute(one, "guid", statement.guid);
    xml_.attribute(one, "kind", model::to_string(statement.kind));
    xml_.attribute(one, "topic", statement.topic);
    coder(study, one, statement.coder);
    xml_.attribute(one, "created", statement.created);
    xml_.text(one, statement.text);
  }
  for (const auto& [text, kind] : study.bracket_rules) {
    xml_.attribute(xml_.text_child(root_, "bracket", text), "kind", model::to_string(kind));
  }
  for (const auto& [guid, when, wording] : study.chosen) {
    pugi::xml_node one = root_.append_child("chosen");
    xml_.attribute(one, "guid", as_guid(guid));
    xml_.attribute(one, "when", when);
    xml_.attribute_if(one, "wording", wording);
  }
  for (const auto& question : study.questions) {
    xml_.attribute(xml_.text_child(root_, "question", question.text), "guid", question.guid);
  }
}

void OwnRecordWriter::families(const PortableStudy& study) {
  for (const auto& family : study.families) {
    pugi::xml_node node = root_.append_child("family");
    xml_.attribute(node, "guid", family.guid);
    xml_.attribute(node, "list", family.list);
    xml_.attribute(node, "label", family.label);
    for (const auto& form : family.forms) {
      xml_.attribute(xml_.text_child(node, "form", form.pattern), "state",
                     model::to_string(form.state));
    }
    for (const auto& hit : family.hits) {
      pugi::xml_node one = xml_.text_child(node, "hit", hit.reason);
      xml_.attribute(one, "source", as_guid(hit.source));
      xml_.attribute(one, "begin", hit.range.begin.value);
      xml_.attribute(one, "end", hit.range.end.value);
      xml_.attribute(one, "decision", model::decision_word(hit.left_out));
      coder(study, one, hit.coder);
      xml_.attribute(one, "decided", hit.decided);
    }
  }
}

void OwnRecordWriter::coding(const PortableStudy& study, pugi::xml_node node,
                             const PortableCoding& coding) {
  pugi::xml_node one = node.append_child("coding");
  xml_.attribute(one, "guid", as_guid(coding.guid));
  xml_.attribute_if(one, "rule", coding.rule);
  if (!coding.flag_reason.empty()) {
    xml_.attribute(one, "flagReason", coding.flag_reason);
    xml_.attribute(one, "flagExcerpt", coding.flag_excerpt);
    xml_.attribute(one, "flagged", coding.flagged);
  }
  memos(study, one, coding.memos);
}

void OwnRecordWriter::source(const PortableStudy& study, const PortableSource& source) {
  pugi::xml_node node = root_.append_child("source");
  xml_.attribute(node, "guid", as_guid(source.guid));
  xml_.attribute(node, "own", source.guid);
  xml_.attribute(node, "name", source.name);
  xml_.attribute(node, "kind", model::to_string(source.kind));
  xml_.attribute_if(node, "occasion", source.occasion);
  xml_.attribute_if(node, "language", source.language);
  for (const auto& detail : source.details) {
    pugi::xml_node one = xml_.text_child(node, "detail", detail.value);
    xml_.attribute(one, "key", detail.key);
  }
  if (source.turns) {
    pugi::xml_node turns = node.append_child("turns");
    xml_.attribute(turns, "convention", source.turns->convention);
    for (const auto& speaker : source.turns->speakers) {
      pugi::xml_node one = turns.append_child("speaker");
      xml_.attribute(one, "label", speaker.label);
      xml_.attribute(one, "role", model::to_string(speaker.role));
      if (speaker.participant) {
        xml_.attribute(one, "participant", as_guid(study.participants[*speaker.participant].guid));
      }
    }
    xml_.text_child(turns, "ranges", written_turns(source.turns->turns));
    xml_.text_child(turns, "asides", written_asides(source.turns->asides));
  }
  memos(study, node, source.memos);
  std::string numbers;
  for (const PortableCoding& one : source.codings) {
    numbers += std::to_string(one.number.value_or(0)) + ' ';
    if (!is_plain(one)) coding(study, node, one);
  }
  xml_.text_child_if(node, "numbers", numbers);
}

std::string OwnRecordWriter::instruction() const {
  std::ostringstream out;
  print(root_, out);
  std::string record = out.str();
  // pugixml leaves a > in an attribute as it is; here it would end everything too early.
  for (std::size_t at = record.find("?>"); at != std::string::npos; at = record.find("?>", at)) {
    record.replace(at, 2, "?&gt;");
  }
  return fmt::format("<?{} {}?>\n", own_record_target, record);
}

}  // namespace themata::exchange::detail
