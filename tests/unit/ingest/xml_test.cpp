#include "themata/ingest/detail/xml.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"

namespace themata::ingest::detail::test {

using Catch::Matchers::Contains;

constexpr std::string_view word_uri =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::string element(std::string_view begin, std::string_view uri, std::string_view rest) {
  return "<" + std::string{begin} + "=\"" + std::string{uri} + "\"" + std::string{rest};
}

TEST_CASE("names get the prefixes of the standards, whatever the file calls them") {
  for (const std::string_view uri : {word_uri, strict_uri}) {
    const XmlPart named(element("w:p xmlns:w", uri, " w:id='1'><w:t> </w:t></w:p>"), "p");
    CHECK(is_element(named.root(), "w:p"));
    CHECK(attribute(named.root(), "w:id") == "1");
    CHECK(text_within(named.root()) == " ");
    const XmlPart other(element("ns0:p xmlns:ns0", uri, " ns0:id='1'><ns0:t>a</ns0:t></ns0:p>"),
                        "p");
    CHECK(is_element(other.root(), "w:p"));
    CHECK(attribute(other.root(), "w:id") == "1");
    CHECK(is_element(other.root().first_child(), "w:t"));
    const XmlPart without(element("p xmlns", uri, "><t>a</t></p>"), "p");
    CHECK(is_element(without.root().first_child(), "w:t"));
  }
}

TEST_CASE("a prefix means something else within an element that says so") {
  const XmlPart part("<w:a xmlns:w='urn:other'>" +
                         element("w:b xmlns:w", word_uri, "><w:c/></w:b>") + "<w:d/></w:a>",
                     "p");
  const pugi::xml_node root = part.root();
  CHECK(is_element(root, "_:a"));
  CHECK(is_element(root.first_child(), "w:b"));
  CHECK(is_element(root.first_child().first_child(), "w:c"));
  CHECK(is_element(root.last_child(), "_:d"));
}

TEST_CASE("no entity is expanded") {
  const std::string laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>";
  CHECK_THROWS_WITH(XmlPart(laughs, "word/document.xml"),
                    Contains("its part word/document.xml declares XML entities"));
  const XmlPart plain("<!DOCTYPE l SYSTEM \"l.dtd\"><l>&amp;&#8217;</l>", "p");
  CHECK(text_within(plain.root()) == "&\u2019");
}

TEST_CASE("a million elements within each other are refused, and need no deep stack") {
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  for (int i = 0; i < 1'000'000; ++i) deep += "</a>";
  CHECK_THROWS_WITH(XmlPart(deep, "p"), Contains("more than 512 elements within each other"));
  std::string allowed;
  for (int i = 0; i < 500; ++i) allowed += "<a>";
  for (int i = 0; i < 500; ++i) allowed += "</a>";
  CHECK_NOTHROW(XmlPart(allowed, "p"));
}

TEST_CASE("XML that is broken or too much is refused") {
  CHECK_THROWS_WITH(XmlPart("<a><b></a>", "p"), Contains("not well-formed XML (byte 8"));
  CHECK_THROWS_AS(XmlPart("", "p"), InputError);
  CHECK_THROWS_AS(XmlPart("words", "p"), InputError);
  CHECK_THROWS_AS(XmlPart("<a>cut", "p"), InputError);
  std::string many;
  many.reserve(44'000'000);
  for (int i = 0; i < 11'000'000; ++i) many += "<a/>";
  CHECK_THROWS_WITH(XmlPart("<r>" + many + "</r>", "p"), Contains("too large to be read"));
}

TEST_CASE("XML in UTF-16 is read") {
  std::string bytes{"\xFF\xFE", 2};
  for (const char c : std::string_view{"<?xml version='1.0' encoding='UTF-16'?><a>x</a>"}) {
    bytes += c;
    bytes += '\0';
  }
  CHECK(text_within(XmlPart(bytes, "p").root()) == "x");
}

}  // namespace themata::ingest::detail::test
