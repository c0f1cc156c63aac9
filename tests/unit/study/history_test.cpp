#include "themata/study/history.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/study/undo.hpp"

using namespace themata;
using namespace themata::study;

namespace {

std::vector<std::string> commands(Project& project, const LogFilter& filter) {
  std::vector<std::string> result;
  for (const LogLine& line : log_lines(project, filter)) result.push_back(line.entry.command);
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the log is filtered by noun, coder and date", "[history]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  study.import("one.txt", "Ben: I hum.\nBen: I do.\n");
  add_code(project, "Hope", "", std::nullopt);
  apply_code(project, test::quoted("Hope", "one", "I hum"));
  Project bea = study.as("Bea");
  add_theme(bea, "Home", "", std::nullopt);
  CHECK(commands(project, {}) == Names{"import", "code add", "apply", "theme add"});
  CHECK(commands(project, {"code", "", "", ""}) == Names{"code add"});
  CHECK(commands(project, {"coding", "", "", ""}) == Names{"apply"});
  CHECK(commands(project, {"source", "", "", ""}) == Names{"import"});
  CHECK(commands(project, {"", "Bea", "", ""}) == Names{"theme add"});
  CHECK(commands(project, {"", "", "2024-05-03", "2024-05-03"}).size() == 4);
  CHECK(commands(project, {"", "", "2024-05-04", ""}).empty());
  CHECK(commands(project, {"", "", "", "2024-05-02"}).empty());
}

TEST_CASE("the log tells what is taken back at present", "[history]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  undo(project, next_undone(project, 1));
  CHECK(log_line(project, 1).taken_back_by == 2);
  redo(project, next_redone(project, 1));
  CHECK_FALSE(log_line(project, 1).taken_back_by);
  CHECK_THROWS_AS(log_line(project, 9), NotFound);
}

TEST_CASE("what a command did is told by value, and by name where it refers", "[history]") {
  test::SampleStudy study;
  Project& project = study.project();
  rename_code(project, "silence", "quiet");
  std::vector<std::string> values;
  const auto note = [&](const ChangedValue& value) {
    values.push_back(value.noun + "|" + value.change + "|" + value.field + "|" + value.before +
                     "|" + value.after);
  };
  const std::int64_t renamed = log_lines(project, {}).back().entry.id;
  list_changed_values(project, renamed, note);
  CHECK(values == Names{"code|changed|name|silence|quiet"});
  values.clear();
  assign_codes(project, "Body", {"quiet"});
  list_changed_values(project, renamed + 1, note);
  CHECK(values == Names{"code_theme|added|code||quiet", "code_theme|added|theme||Body"});
}
