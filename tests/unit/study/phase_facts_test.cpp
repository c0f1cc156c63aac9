#include "themata/study/phase_facts.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/autocoding.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/journal.hpp"
#include "themata/study/marking_read.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/phases.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;
using test::SampleStudy;

namespace {

struct Phases : SampleStudy {
  /// Subjects of one kind of fact, each with its number and detail.
  Names of(Fact fact) {
    Names lines;
    for (const PhaseFact& one : phase_facts(project(), phase_of(fact))) {
      if (one.fact != fact) continue;
      std::string line = one.subject;
      if (one.number) line += "|" + std::to_string(*one.number);
      if (!one.detail.empty()) line += "|" + one.detail;
      lines.push_back(line);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE_METHOD(Phases, "who read which source, and the memos on it", "[phase_facts]") {
  CHECK(of(Fact::source_not_read) == Names{"one", "two", "together"});
  mark_source_read(project(), "one");
  MemoPlace turn;
  turn.source = "two";
  turn.turn = 1;
  add_memo(project(), turn, "Slow.");
  const Names read = of(Fact::source_read);
  REQUIRE(read.size() == 1);
  CHECK(read[0].starts_with("one|1|Ada "));
  CHECK(of(Fact::source_not_read) == Names{"two", "together"});
  CHECK(of(Fact::source_memos) == Names{"two|1"});
}

TEST_CASE_METHOD(Phases, "coverage, and codes that may want another look", "[phase_facts]") {
  CHECK(of(Fact::coverage) == Names{"one|87|7 of 8 words, 3 codings",
                                    "two|66|4 of 6 words, 2 codings",
                                    "together|87|7 of 8 words, 2 codings"});
  CHECK(of(Fact::uncoded_stretch).empty());
  CHECK(of(Fact::code_without_description) == Names{"humming", "laughter", "silence"});
  CHECK(of(Fact::code_used_once) == Names{"silence"});
  CHECK(of(Fact::code_not_used) == Names{"laughter"});
  AutocodeRequest rule;
  rule.code = "laughter";
  rule.pattern = "laugh*";
  autocode(project(), rule);
  CHECK(of(Fact::codings_by_rule) == Names{"laughter|1"});
  retire_code(project(), "silence", false);
  CHECK(of(Fact::code_used_once) == Names{"laughter"});
}

TEST_CASE_METHOD(Phases, "codes and themes that do not meet", "[phase_facts]") {
  CHECK(of(Fact::code_in_no_theme) == Names{"silence"});
  CHECK(of(Fact::theme_of_one_participant).empty());
  add_theme(project(), "Alone", "", std::nullopt);
  CHECK(of(Fact::theme_without_codes) == Names{"3 Alone"});
  assign_codes(project(), "Alone", {"silence"});
  CHECK(of(Fact::theme_of_one_participant) == Names{"3 Alone"});
}

TEST_CASE_METHOD(Phases, "themes that overlap, and reviews that are out of date", "[phase_facts]") {
  CHECK(of(Fact::themes_share_excerpts) == Names{"1.1 Sound + 2 Company|3"});
  CHECK(of(Fact::excerpt_under_themes).size() == 3);
  CHECK(of(Fact::theme_never_read).size() == 3);
  mark_theme_read(project(), "Sound");
  CHECK(of(Fact::theme_never_read).size() == 2);
  CHECK(of(Fact::theme_changed).empty());
  apply_code(project(), test::quoted("humming", "two", "Humming"));
  CHECK(of(Fact::theme_changed).size() == 1);
}

TEST_CASE_METHOD(Phases, "definitions, ideas and names", "[phase_facts]") {
  CHECK(of(Fact::theme_without_definition) == Names{"1.1 Sound", "2 Company"});
  CHECK(of(Fact::theme_without_idea).size() == 3);
  rename_theme(project(), "Company", "Others");
  REQUIRE(of(Fact::renamed).size() == 1);
  CHECK(of(Fact::renamed)[0].find("Others") != std::string::npos);
}

TEST_CASE_METHOD(Phases, "excerpts for the report, by theme and participant", "[phase_facts]") {
  CHECK(of(Fact::theme_without_chosen).size() == 3);
  std::vector<std::int64_t> ids;
  list_excerpts(project(), {}, [&](const Excerpt& one) {
    if (one.code == "humming") ids.push_back(one.id.value);
  });
  choose_excerpts(project(), ids);
  CHECK(of(Fact::chosen_excerpts) == Names{"1 Body|3", "1.1 Sound|3", "2 Company|3"});
  CHECK(of(Fact::participant_quoted) == Names{"Ben|2", "Cara|1"});
}

TEST_CASE_METHOD(Phases, "a study goes from phase to phase, and back", "[phases]") {
  CHECK(phase_moves(project()).empty());
  set_phase(project(), 4, "");
  const PhaseMoveLine back = set_phase(project(), 2, "too few codes");
  CHECK(back.name == "Generating initial codes");
  CHECK(phase_moves(project()).size() == 2);
  CHECK(log_entries(project()).back().summary == "2 Generating initial codes: too few codes");
  CHECK(add_journal_entry(project(), "Again.").phase == 2);
  const auto views = phase_views(project());
  REQUIRE(views.size() == 6);
  CHECK(views[1].is_present);
  CHECK_FALSE(views[3].is_present);
  CHECK(views[1].says.back() == "The journal has 1 entry from it.");
  for (const PhaseView& view : views) CHECK_FALSE(view.cannot_say.empty());
  test::refused<InputError>(*this, [&] { set_phase(project(), 7, ""); });
  test::refused<InputError>(*this, [&] { set_phase(project(), 0, ""); });
}
