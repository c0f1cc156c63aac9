#include "themata/exchange/stop_list.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::InputError;
using themata::exchange::read_stop_list;
using Words = std::vector<std::string>;

TEST_CASE("a stop list is a word a line, folded, with comments") {
  CHECK(
      read_stop_list("own.txt", "# ours\nLike\n  Don’t\t# often said\n\n#x\nCafe\u0301\r\nlike") ==
      Words{"like", "don't", "café", "like"});
  CHECK(read_stop_list("own.txt", "\xEF\xBB\xBFlike\n") == Words{"like"});
  CHECK(read_stop_list("own.txt", "").empty());
  CHECK(read_stop_list("own.txt", "\n \n# nothing").empty());
  CHECK(read_stop_list("own.txt", "c#\n") == Words{"c"});  // no space before: no comment
}

TEST_CASE("what is no word or several is refused with its line") {
  CHECK_THROWS_WITH(read_stop_list("own.txt", "like\nyou know\n"),
                    "own.txt:2: \"you know\" is 2 words; write one a line");
  CHECK_THROWS_WITH(read_stop_list("own.txt", "...\n"), "own.txt:1: \"...\" has no word in it");
  CHECK_THROWS_AS(read_stop_list("own.txt", std::string("a\0b", 3)), InputError);
}
