#include "themata/store/theme_changes.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/readings.hpp"

using namespace themata;
using namespace themata::store;

// How codings, codes and undo count is told in tests/unit/study, where there are commands.
TEST_CASE("a theme has the changes since it was last read", "[theme_changes]") {
  test::Study study;
  test::fill(study.database);
  const model::Codebook codebook = store::codebook(study.database);
  REQUIRE_FALSE(codebook.themes().empty());
  const model::ThemeId theme = codebook.themes().front().id;
  const auto now = [&] { return changes_since_read(study.database, codebook).at(theme); };
  CHECK_FALSE(now().was_read);
  CHECK(now().commands > 0);

  const model::CoderId coder = coders(study.database).front().id;
  test::command(study.database, [&] {
    add_reading(study.database, {model::ReadingTarget::theme, theme.value, coder, test::some_time});
  });
  CHECK(now().was_read);
  CHECK(now().commands == 0);
}
