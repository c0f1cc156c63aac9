#include "themata/text/icu_status.hpp"

#include <catch2/catch.hpp>
#include <unicode/utypes.h>

#include "themata/error.hpp"

using themata::text::check_icu;

TEST_CASE("A failure of ICU becomes an error that says what was being done") {
  CHECK_THROWS_AS(check_icu(U_MISSING_RESOURCE_ERROR, "find words"), themata::Error);
  CHECK_THROWS_WITH(check_icu(U_MISSING_RESOURCE_ERROR, "find words"),
                    Catch::Contains("find words") && Catch::Contains("U_MISSING_RESOURCE_ERROR"));
}

TEST_CASE("Success and warnings of ICU are no errors") {
  CHECK_NOTHROW(check_icu(U_ZERO_ERROR, "find words"));
  CHECK_NOTHROW(check_icu(U_USING_DEFAULT_WARNING, "find words"));
}
