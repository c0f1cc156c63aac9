#include "themata/store/changed_values.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/codebook.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("values are told by field, and rows that are gone by number", "[changed_values]") {
  test::Study study;
  test::fill(study.database);
  test::command(study.database, [&] { remove_code(study.database, model::CodeId{1}); });
  std::vector<std::string> codings;
  std::vector<std::string> codes;
  each_changed_value(study.database, 2, [&](const ChangedValue& value) {
    if (value.noun == "coding") codings.push_back(value.field + "=" + value.before);
    if (value.noun == "code") codes.push_back(value.field + "=" + value.before + value.after);
    CHECK(value.change == "removed");
  });
  CHECK(codings == std::vector<std::string>{"source=first", "begin=38", "end=44", "code=(1)",
                                            "coder=Ada", "created=" + test::some_time});
  CHECK(codes == std::vector<std::string>{"name=Coping", "description=getting by"});
}
