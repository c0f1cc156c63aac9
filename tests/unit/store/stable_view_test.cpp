#include "themata/store/stable_view.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/codebook.hpp"

namespace themata::store::test {

TEST_CASE("a stable view sees one state, and lets go of it at its end", "[stable_view]") {
  Study study;
  fill(study.database);
  {
    Database reader = Database::open(study.folder.study(), Database::Access::read);
    const StableView view(reader);
    CHECK(codebook(reader).codes().size() == 2);
    CHECK(codebook(reader).codes().size() == 2);
  }
  CHECK(command(study.database, [&] { add_code(study.database, "Third", "", "guid-third"); }));
  CHECK(codebook(study.database).codes().size() == 3);
}

}  // namespace themata::store::test
