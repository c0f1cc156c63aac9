#include "themata/store/memos.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/coders.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("memos are listed oldest first and keep all that they were given", "[memos]") {
  test::Study study;
  test::command(study.database, [&] {
    const model::CoderId ada = add_coder(study.database, "Ada", "guid-ada");
    add_memo(study.database, {{}, "later", model::MemoTarget::theme, 7, ada, "two\nlines"},
             "2024-05-04T00:00:00Z");
    add_memo(study.database, {{}, "sooner", model::MemoTarget::study, 0, ada, "one"},
             "2024-05-03T00:00:00Z");
  });
  const std::vector<model::Memo> all = memos(study.database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].guid == "sooner");
  CHECK(all[1].guid == "later");
  CHECK(all[1].target == model::MemoTarget::theme);
  CHECK(all[1].target_id == 7);
  CHECK(all[1].text == "two\nlines");
  CHECK(all[1].author == all[0].author);
}

TEST_CASE("a memo can hang on every kind of thing", "[memos]") {
  using enum model::MemoTarget;
  const auto target = GENERATE(study, source, code, theme, coding, participant);
  test::Study study_file;
  test::command(study_file.database, [&] {
    const model::CoderId ada = add_coder(study_file.database, "Ada", "guid-ada");
    add_memo(study_file.database, {{}, "guid", target, 3, ada, "text"}, test::some_time);
  });
  REQUIRE(memos(study_file.database).size() == 1);
  CHECK(memos(study_file.database)[0].target == target);
}
