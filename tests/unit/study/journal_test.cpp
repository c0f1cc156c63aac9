#include "themata/study/journal.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "support/temporary_study.hpp"
#include "themata/store/journal.hpp"
#include "themata/study/edit.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("an entry is dated and bears the phase that the study is in", "[journal]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  CHECK(present_phase(project) == 1);
  CHECK(add_journal_entry(project, " What I expect\n").phase == 1);
  {
    Edit edit(project, "test");
    store::add_phase_move(project.database(), {"g", 4, edit.coder(), "t", ""});
    edit.commit("to 4");
  }
  CHECK(present_phase(project) == 4);
  add_journal_entry(project, "What I doubt");
  const auto entries = list_journal(project, {});
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].text == "What I expect");
  CHECK(entries[0].time == test::TemporaryStudy::now);
  CHECK(entries[1].phase == 4);
  JournalFilter filter;
  filter.words = "DOUBT";
  CHECK(list_journal(project, filter).size() == 1);
  filter.phase = 1;
  CHECK(list_journal(project, filter).empty());
}

TEST_CASE("an entry without words is none", "[journal]") {
  test::TemporaryStudy study;
  test::refused<InputError>(study, [&] { add_journal_entry(study.project(), " \n"); });
}

TEST_CASE("the page has a heading for each day", "[journal]") {
  test::TemporaryStudy study;
  add_journal_entry(study.project(), "One");
  add_journal_entry(study.project(), "Two");
  CHECK(journal_page(study.project(), {}) ==
        "# Journal: Letters home\n\n## 2024-05-03\n\n"
        "*Ada, 10:00:00Z, phase 1: Familiarising yourself with your data*\n\nOne\n\n"
        "*Ada, 10:00:00Z, phase 1: Familiarising yourself with your data*\n\nTwo\n");
}
