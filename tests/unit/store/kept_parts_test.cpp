#include "themata/store/kept_parts.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/purge.hpp"

namespace themata::store::test {

namespace {

struct Filled : Study {
  Filled() { fill(database); }
};

}  // namespace

TEST_CASE_METHOD(Filled, "parts are kept once, with their files", "[kept_parts]") {
  const auto parts = kept_parts(database);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].guid == "guid-photo");
  CHECK(parts[0].kind == "PictureSource");
  CHECK(parts[0].name == "Photo");
  CHECK(parts[0].xml == "<PictureSource/>");
  CHECK(parts[0].file_name == "p.jpg");
  CHECK(parts[0].file == "jpg");
  command(database, [&] {
    CHECK_FALSE(keep_part(database, parts[0]));
    CHECK(keep_part(database, {"guid-photo", "Link", "another kind", "<Link/>", "", ""}));
  });
  CHECK(kept_parts(database)[1].file.empty());
}

TEST_CASE_METHOD(Filled, "a purge leaves what parts hold, and takes it when they are gone",
                 "[kept_parts]") {
  Database copy = copy_in_memory(database);
  purge(copy);
  CHECK(kept_parts(copy)[0].file == "jpg");
  Database emptied = copy_in_memory(database);
  command(emptied, [&] { CHECK(remove_kept_parts(emptied) == 1); });
  purge(emptied);
  CHECK(kept_parts(emptied).empty());
  CHECK(rows(emptied, "content").size() + 2 == rows(copy, "content").size());
}

}  // namespace themata::store::test
