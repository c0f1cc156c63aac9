#include "themata/study/detail/leftover_names.hpp"

#include <catch2/catch.hpp>

using namespace themata::study;
using detail::LeftoverNames;

TEST_CASE("capitalised words inside sentences may be names", "[leftover_names]") {
  LeftoverNames names({"anna"}, "en");
  names.read("first",
             "Ben: I went to Leeds with Anna. Then Priya rang, and I said Hope.\n"
             "Ben: Somebody in Leeds had hope, on Monday. Leeds again");
  const auto list = names.list();
  REQUIRE(list.size() == 2);
  CHECK(list[1].word == "Priya");
  CHECK(list[0].word == "Leeds");
  CHECK(list[0].count == 3);
  CHECK(list[0].source == "first");
  CHECK(list[0].line == "Ben: I went to Leeds with Anna. Then Priya rang, and");
}

TEST_CASE("the most frequent leftover is first", "[leftover_names]") {
  LeftoverNames names({}, "en");
  names.read("a", "in York and Hull");
  names.read("b", "in York and in Bath");
  const auto list = names.list();
  REQUIRE(list.size() == 3);
  CHECK(list[0].word == "York");
  CHECK(list[1].word == "Bath");
  CHECK(list[2].word == "Hull");
}

TEST_CASE("the line around a place ends on whole characters", "[leftover_names]") {
  const std::string text =
      "ä\nX \u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4"
      "\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4";
  CHECK(detail::line_around(text, themata::text::byte_range(3, 4)).starts_with("ä X ä"));
}
