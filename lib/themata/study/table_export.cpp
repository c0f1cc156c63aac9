#include "themata/study/table_export.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/store/corpus.hpp"
#include "themata/store/stable_view.hpp"
#include "themata/study/detail/portable_export.hpp"
#include "themata/study/detail/table_folder.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::study {

namespace {

using detail::DescribedColumn;
using detail::TableFolder;
using model::PortableMemo;
using model::PortableSource;
using model::PortableStudy;
using report::Cell;
using Columns = std::vector<DescribedColumn>;

const DescribedColumn guid_column = {"guid", "what it is known by in exported files, for ever"};
const DescribedColumn source_column = {"source", "name of the source"};
const DescribedColumn coder_column = {"coder", "who did it"};
const DescribedColumn created_column = {"created", "when, in UTC (ISO 8601)"};
const DescribedColumn start_column = {
    "start", "where it begins in the source's text: Unicode code points, from 0", true};
const DescribedColumn end_column = {"end", "where it ends, exclusive, counted in the same way",
                                    true};

Cell number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// Writes a study's tables; those that grow with the sources are open all the time.
class Tables {
 public:
  Tables(const PortableStudy& study, TableFolder& folder)
      : study_(study),
        folder_(folder),
        sources_(folder.table("sources", "a row for each source: a transcript or another text",
                              {source_column,
                               guid_column,
                               {"kind", "interview, group, written or diary"},
                               {"occasion", "the time point, if there are several"},
                               {"language", "if it is not the study's (BCP 47)"},
                               {"participants", "who speaks in it, with \"; \" between them"},
                               {"text_file", "the file with its whole text (UTF-8)"}})),
        details_(folder.table("source_details",
                              "what the head of a transcript says of it, and details of answers",
                              {source_column, {"key", ""}, {"value", ""}})),
        speakers_(folder.table("speakers", "a row for each label in each source",
                               {source_column,
                                {"label", "as the transcript has it"},
                                {"role", "participant, researcher or other"},
                                {"participant", "whose label it is"}})),
        turns_(folder.table(
            "turns", "a row for each turn of speech",
            {source_column,
             {"turn", "its number in the source, from 1", true},
             {"speaker", "label of who speaks; empty: nobody's text"},
             start_column,
             end_column,
             {"started", "milliseconds from the recording's beginning, if known", true},
             {"ended", "the same, of its end", true},
             {"text", "what was said"}})),
        asides_(folder.table(
            "asides", "brackets and timestamps within turns, and what they are taken for",
            {source_column,
             start_column,
             end_column,
             {"kind",
              "speech, note, insertion, timestamp or voice; all but speech is in no count "
              "of words"},
             {"text", ""}})),
        codings_(
            folder.table("codings", "a row for each application of a code by a coder to a segment",
                         {{"id", "as excerpts prints it", true},
                          guid_column,
                          source_column,
                          start_column,
                          end_column,
                          {"code", "name of the code"},
                          coder_column,
                          created_column,
                          {"rule", "of autocode, by which it was applied; empty: by a person"},
                          {"look_again", "why somebody should look at it; empty: nothing is amiss"},
                          {"text", "the words"}})),
        memos_(folder.table("memos", "notes attached to things of the study",
                            {guid_column,
                             {"on", "study, source, turn, code, theme, coding or participant"},
                             {"what", "its name; of a coding its guid"},
                             start_column,
                             end_column,
                             coder_column,
                             created_column,
                             {"text", ""}})) {}

  void write_study() {
    const model::StudyInfo& info = *study_.info;
    folder_
        .table("study", "the study itself",
               {guid_column,
                {"title", ""},
                {"approach", "kind of thematic analysis: reflexive, codebook, coding-reliability"},
                {"language", "of the transcripts (BCP 47)"}})
        .row({info.guid, info.title, std::string(model::to_string(info.approach)), info.language});
    auto& coders = folder_.table("coders", "who worked on the study", {coder_column, guid_column});
    for (const auto& coder : study_.coders) coders.row({coder.name, coder.guid});
    write_participants();
    write_codebook();
    write_records();
    write_families();
    write_memos("study", "", study_.memos, nullptr);
  }

  void write_source(const PortableSource& source, std::size_t number_of_source) {
    const text::OffsetIndex index(source.text);
    const std::string text_file = fmt::format("texts/{:04}.txt", number_of_source);
    std::vector<std::string> people;
    for (const std::size_t one : source.participants) {
      people.push_back(study_.participants[one].name);
    }
    sources_.row({source.name, source.guid, std::string(model::to_string(source.kind)),
                  source.occasion, source.language, fmt::format("{}", fmt::join(people, "; ")),
                  text_file});
    folder_.file(text_file, source.text);
    for (const auto& detail : source.details) details_.row({source.name, detail.key, detail.value});
    write_turns(source, index);
    for (const auto& coding : source.codings) {
      const auto range = index.code_points(coding.range);
      codings_.row({number(coding.number.value_or(0)), coding.guid, source.name,
                    number(range.begin.value), number(range.end.value),
                    study_.codebook.codes[coding.code].name, coder_name(coding.coder),
                    coding.created, coding.rule, coding.flag_reason,
                    std::string(text::slice(source.text, coding.range))});
      write_memos("coding", coding.guid, coding.memos, nullptr);
    }
    write_memos("source", source.name, source.memos, &index);
  }

 private:
  [[nodiscard]] std::string coder_name(const std::optional<std::size_t>& coder) const {
    return coder ? study_.coders[*coder].name : std::string();
  }

  void write_turns(const PortableSource& source, const text::OffsetIndex& index) {
    for (const auto& speaker : source.turns->speakers) {
      speakers_.row({source.name, speaker.label, std::string(model::to_string(speaker.role)),
                     speaker.participant ? study_.participants[*speaker.participant].name : ""});
    }
    const auto time = [](const std::optional<std::chrono::milliseconds>& value) {
      return value ? Cell{value->count()} : Cell{std::string()};
    };
    for (const model::Turn& turn : source.turns->turns) {
      const auto range = index.code_points(turn.range);
      turns_.row({source.name, number(turn.number),
                  turn.speaker ? source.turns->speakers[*turn.speaker].label : std::string(),
                  number(range.begin.value), number(range.end.value), time(turn.started),
                  time(turn.ended), std::string(text::slice(source.text, turn.range))});
    }
    for (const model::Aside& aside : source.turns->asides) {
      const auto range = index.code_points(aside.range);
      asides_.row({source.name, number(range.begin.value), number(range.end.value),
                   std::string(model::to_string(aside.kind)),
                   std::string(text::slice(source.text, aside.range))});
    }
  }

  void write_memos(const std::string& on, const std::string& what,
                   const std::vector<PortableMemo>& memos, const text::OffsetIndex* index) {
    for (const PortableMemo& memo : memos) {
      Cell start = std::string();
      Cell end = std::string();
      if (memo.turn && index != nullptr) {
        const auto range = index->code_points(*memo.turn);
        start = number(range.begin.value);
        end = number(range.end.value);
      }
      memos_.row({memo.guid, memo.turn ? "turn" : on, what, start, end, coder_name(memo.coder),
                  memo.created, memo.text});
    }
  }

  void write_participants() {
    Columns columns = {{"participant", "the pseudonym"}, guid_column};
    for (const auto& attribute : study_.attributes) {
      columns.push_back({attribute.name, "an attribute of participants"});
    }
    auto& table = folder_.table("participants", "a row for each participant", columns);
    for (const auto& participant : study_.participants) {
      std::vector<Cell> row = {participant.name, participant.guid};
      for (const std::string& value : participant.values) row.emplace_back(value);
      table.row(row);
      write_memos("participant", participant.name, participant.memos, nullptr);
    }
  }

  static Columns label_columns(const char* noun) {
    return {{noun, "its name"},           guid_column,
            {"definition", ""},           {"include", "what belongs to it"},
            {"exclude", "what does not"}, {"example", ""},
            {"colour", "#RRGGBB"},        {"retired", "since when it is not in use; empty: it is"}};
  }

  static std::vector<Cell> label_cells(const model::PortableLabel& label) {
    return {label.name,     label.guid,    label.definition, label.includes,
            label.excludes, label.example, label.color,      label.retired};
  }

  void write_codebook() {
    auto& codes = folder_.table("codes", "a row for each code", label_columns("code"));
    for (const auto& code : study_.codebook.codes) {
      codes.row(label_cells(code));
      write_memos("code", code.name, code.memos, nullptr);
    }
    Columns columns = label_columns("theme");
    columns.push_back({"idea", "its central organising idea"});
    columns.push_back({"parent", "guid of the theme that it is a subtheme of; empty: none"});
    auto& themes =
        folder_.table("themes", "a row for each theme and subtheme, in the study's order", columns);
    auto& links = folder_.table("theme_codes", "which codes belong to which themes, in order",
                                {{"theme", "guid of the theme"}, {"code", "guid of the code"}});
    for (const auto& theme : study_.codebook.themes) {
      std::vector<Cell> row = label_cells(theme.label);
      row.emplace_back(theme.label.idea);
      row.emplace_back(theme.parent ? study_.codebook.themes[*theme.parent].label.guid : "");
      themes.row(row);
      for (const std::size_t code : theme.codes) {
        links.row({theme.label.guid, study_.codebook.codes[code].guid});
      }
      write_memos("theme", theme.label.name, theme.label.memos, nullptr);
    }
  }

  void write_records() {
    const DescribedColumn phase = {"phase", "of thematic analysis, 1 to 6", true};
    auto& journal = folder_.table("journal", "the researchers' diary of the study",
                                  {guid_column, created_column, phase, coder_column, {"text", ""}});
    for (const auto& entry : study_.journal) {
      journal.row({entry.guid, entry.created, std::int64_t{entry.phase}, coder_name(entry.coder),
                   entry.text});
    }
    auto& moves = folder_.table("phase_moves", "when somebody went on, or back, to a phase",
                                {guid_column, created_column, phase, coder_column, {"note", ""}});
    for (const auto& move : study_.phase_moves) {
      moves.row(
          {move.guid, move.created, std::int64_t{move.phase}, coder_name(move.coder), move.text});
    }
    auto& readings = folder_.table(
        "readings", "who says to have read what, and when",
        {{"of", "source or theme"}, {"what", "its guid"}, coder_column, created_column});
    for (const auto& one : study_.readings) {
      readings.row({std::string(model::to_string(one.target)), one.guid, coder_name(one.coder),
                    one.created});
    }
    auto& statements = folder_.table(
        "statements", "what was stated of the study for its checklist; the last on a topic counts",
        {guid_column,
         {"kind", "stated, dismissed or withdrawn"},
         {"topic", ""},
         coder_column,
         created_column,
         {"text", ""}});
    for (const auto& one : study_.statements) {
      statements.row({one.guid, std::string(model::to_string(one.kind)), one.topic,
                      coder_name(one.coder), one.created, one.text});
    }
    auto& brackets = folder_.table("brackets", "brackets that were classed by hand",
                                   {{"text", ""}, {"kind", "as in asides"}});
    for (const auto& [text, kind] : study_.bracket_rules) {
      brackets.row({text, std::string(model::to_string(kind))});
    }
    auto& questions = folder_.table("questions", "questions of the interview, in order",
                                    {{"guid", "its guid"}, {"text", "the question"}});
    for (const auto& one : study_.questions) questions.row({one.guid, one.text});
    auto& chosen = folder_.table("chosen_excerpts", "excerpts to be quoted, in order",
                                 {{"coding", "its guid"},
                                  {"chosen", "when, in UTC"},
                                  {"wording", "as it is to be printed; empty: as it is"}});
    for (const auto& [guid, when, wording] : study_.chosen) chosen.row({guid, when, wording});
  }

  void write_families() {
    auto& forms = folder_.table("term_forms", "term families and the patterns counted under them",
                                {{"list", "the term list"},
                                 {"family", "its label"},
                                 {"pattern", "as in a term list"},
                                 {"state", "proposed, approved or rejected"}});
    auto& hits =
        folder_.table("term_decisions", "hits of term families that were read in their context",
                      {{"family", "its label"},
                       {"source", "guid of the source"},
                       {"begin_byte", "where it begins: UTF-8 bytes of the text, from 0", true},
                       {"end_byte", "where it ends, exclusive", true},
                       {"decision", "kept or left out"},
                       {"reason", ""},
                       coder_column,
                       {"decided", "when, in UTC"}});
    for (const auto& family : study_.families) {
      for (const auto& form : family.forms) {
        forms.row(
            {family.list, family.label, form.pattern, std::string(model::to_string(form.state))});
      }
      for (const auto& hit : family.hits) {
        hits.row({family.label, hit.source, number(hit.range.begin.value),
                  number(hit.range.end.value), std::string(model::decision_word(hit.left_out)),
                  hit.reason, coder_name(hit.coder), hit.decided});
      }
    }
  }

  const PortableStudy& study_;
  TableFolder& folder_;
  TableFolder::Table& sources_;
  TableFolder::Table& details_;
  TableFolder::Table& speakers_;
  TableFolder::Table& turns_;
  TableFolder::Table& asides_;
  TableFolder::Table& codings_;
  TableFolder::Table& memos_;
};

}  // namespace

std::size_t export_tables(
    Project& project, const std::filesystem::path& folder,
    const std::function<void(std::size_t done, std::size_t total)>& progress) {
  const store::StableView view(project.database());
  detail::PortableExport portable(project, "");
  TableFolder made(folder);
  Tables tables(portable.study(), made);
  tables.write_study();
  const auto corpus = store::open_corpus(project.database(), {});
  model::SourceData data;
  for (std::size_t done = 1; corpus->next(data); ++done) {
    tables.write_source(portable.source(data), done);
    if (progress) progress(done, portable.study().source_guids.size());
  }
  return made.finish();
}

}  // namespace themata::study
