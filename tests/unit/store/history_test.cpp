#include "themata/store/history.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/codebook.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("making a study is no entry of its history", "[history]") {
  test::Study study;
  CHECK(log_entries(study.database).empty());
}

TEST_CASE("the history tells who did what and when, oldest first", "[history]") {
  test::Study study;
  {
    Change change(study.database, {"2024-05-03T10:00:00Z", "Ada", "code add Hope"});
    add_code(study.database, "Hope", "", "guid-1");
    change.commit("added code 'Hope'");
  }
  {
    Change change(study.database, {"2024-05-03T11:00:00Z", "Zoë", "code add Fear"});
    add_code(study.database, "Fear", "", "guid-2");
    change.commit("added code 'Fear'");
  }
  const std::vector<LogEntry> log = log_entries(study.database);
  REQUIRE(log.size() == 2);
  CHECK(log[0].id < log[1].id);
  CHECK(log[0].time == "2024-05-03T10:00:00Z");
  CHECK(log[0].coder == "Ada");
  CHECK(log[0].command == "code add Hope");
  CHECK(log[0].summary == "added code 'Hope'");
  CHECK(log[1].coder == "Zoë");
}
