#include "themata/store/free_text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/sources.hpp"

using namespace themata;
using namespace themata::store;

namespace {

/// Columns of text into which nobody writes the name of a participant.
const std::set<std::string> not_free = {"transcript.encoding", "transcript.convention",
                                        "transcript.imported", "aside.kind",
                                        "bracket.text",  // follows the texts
                                        "change.command",      "change.time",
                                        "change.coder",        "study.guid",
                                        "study.approach",      "study.language",
                                        "study.created",       "coder.guid",
                                        "coder.name",          "source.guid",
                                        "source.kind",         "source.language",
                                        "participant.guid",    "attribute.guid",
                                        "speaker.role",        "bracket_rule.kind",
                                        "code.guid",           "theme.guid",
                                        "coding.guid",         "coding.created",
                                        "memo.guid",           "memo.target",
                                        "memo.created",        "term_family.guid",
                                        "term_form.state",     "term_hit.decision",
                                        "term_hit.decided",    "coding_flag.flagged",
                                        "change.kind",         "study.phase_names",
                                        "code.retired",        "theme.retired",
                                        "journal_entry.guid",  "journal_entry.created",
                                        "phase_move.guid",     "phase_move.created",
                                        "reading.target",      "reading.created",
                                        "statement.guid",      "statement.kind",
                                        "statement.created",   "chosen_excerpt.chosen",
                                        "code.color",          "theme.color",
                                        "kept_part.guid",      "kept_part.kind",
                                        "question.guid"};

std::optional<std::string> shout(std::string_view, const std::string& text) { return text + "!"; }

}  // namespace

TEST_CASE("every column of text is either handed out or known to hold no names", "[free_text]") {
  test::Study study;
  std::set<std::string> known = not_free;
  for (const auto& [table, column] : free_text_columns()) known.insert(table + "." + column);
  std::set<std::string> columns;
  Query query(study.database,
              "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
              "WHERE t.type = 'table' AND c.type = 'TEXT'");
  while (query.next()) columns.insert(query.text(0) + "." + query.text(1));
  CHECK(columns == known);
}

TEST_CASE("every free text is rewritten", "[free_text]") {
  test::Study study;
  test::fill(study.database);
  std::map<std::string, int> places;
  test::command(study.database, [&] {
    rewrite_free_text(study.database, std::nullopt,
                      [&](std::string_view place, const std::string& text) {
                        ++places[std::string(place)];
                        return shout(place, text);
                      });
  });
  CHECK(places["memos"] == 2);
  CHECK(places["names of sources"] == 2);
  const auto sources = store::sources(study.database);
  CHECK(sources[0].name == "first!");
  CHECK(sources[0].details[1] == model::SourceDetail{"Place!", "Turku!"});
  CHECK(store::memos(study.database)[1].text == "begin!");
  CHECK(store::codebook(study.database).codes().front().name == "Coping!");
  CHECK(log_entries(study.database)[0].summary == "done!");
  CHECK(source_file(study.database, sources[0].id).file_name == "first.txt!");
}

TEST_CASE("what belongs to other sources is left alone", "[free_text]") {
  test::Study study;
  test::fill(study.database);
  const auto sources = store::sources(study.database);
  test::command(study.database,
                [&] { rewrite_free_text(study.database, std::vector{sources[1].id}, shout); });
  CHECK(store::sources(study.database)[0].name == "first");
  CHECK(store::sources(study.database)[1].name == "second!");
  CHECK(source_file(study.database, sources[0].id).file_name == "first.txt");
  CHECK(source_file(study.database, sources[1].id).file_name == "second.txt!");
  CHECK(test::rows(study.database, "speaker")[0].find("'Interviewer'") != std::string::npos);
  CHECK(store::memos(study.database)[1].text == "begin!");
}

TEST_CASE("a rewriter that keeps all changes nothing", "[free_text]") {
  test::Study study;
  test::fill(study.database);
  CHECK_FALSE(test::command(study.database, [&] {
    rewrite_free_text(study.database, std::nullopt,
                      [](std::string_view, const std::string&) { return std::nullopt; });
  }));
}
