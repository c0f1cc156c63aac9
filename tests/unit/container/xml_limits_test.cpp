#include "themata/container/xml_limits.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"

namespace themata::container::test {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

constexpr std::size_t enough = 100'000;

TEST_CASE("XML without entities and of a modest size is harmless") {
  CHECK_NOTHROW(require_harmless_xml("<a><b c=\"d\"/></a>", enough, "it"));
  CHECK_NOTHROW(require_harmless_xml("<!DOCTYPE a SYSTEM \"a.dtd\"><a/>", enough, "it"));
  CHECK_NOTHROW(require_harmless_xml("<a>&lt;!ENTITY is a word here</a>", enough, "it"));
}

TEST_CASE("XML that declares entities is refused, in UTF-16 too") {
  const std::string laughs = "<!DOCTYPE a [<!ENTITY b \"ha\">]><a>&b;</a>";
  CHECK_THROWS_WITH(require_harmless_xml(laughs, enough, "the file"),
                    StartsWith("the file declares XML entities"));
  std::string wide;
  for (const char c : laughs) (wide += c) += '\0';
  CHECK_THROWS_AS(require_harmless_xml(wide, enough, "the file"), InputError);
}

TEST_CASE("XML of which the tree would be too large is refused by its look") {
  std::string many;
  for (int i = 0; i < 2'000; ++i) many += "<a/>";
  CHECK_THROWS_WITH(require_harmless_xml(many, enough, "it"), Contains("too large"));
  CHECK_NOTHROW(require_harmless_xml(many, 10 * enough, "it"));
}

}  // namespace themata::container::test
