#include "themata/text/slips.hpp"

#include <catch2/catch.hpp>

#include "themata/text/words.hpp"

using namespace themata::text;

namespace {

/// The slip of each word of a text, "-" for none.
std::vector<std::string> slips(std::string_view text) {
  std::vector<std::string> found;
  WordSegmenter segmenter;
  segmenter.start(text);
  while (const auto word = segmenter.next()) {
    const auto slip = slip_at(text, *word);
    found.push_back(slip ? std::string(to_string(*slip)) : "-");
  }
  return found;
}

std::string slip_of(std::string_view word) {
  const auto found = slips(word);
  return found.size() == 1 ? found.front() : "several words";
}

}  // namespace

TEST_CASE("Words that a full stop joins are told") {
  const std::string joined = "a full stop joins words";
  for (const auto* word : {"safe.And", "was.I", "me.It’s", "one.two.Three", "Dr.Smith", "café.été"}) {
    INFO(word);
    CHECK(slip_of(word) == joined);
  }
  for (const auto* word : {"e.g", "i.e", "U.S.A", "p.m", "Ph.D", "B.Sc", "www.help.me", "mind.org.uk",
                           "3.5", "5.30pm"}) {
    INFO(word);
    CHECK(slip_of(word) == "-");
  }
}

TEST_CASE("Words without a space between them are told, names are not") {
  CHECK(slip_of("safeAnd") == "a capital inside: two words?");
  for (const auto* word : {"McDonald", "YouTube", "iPhone", "eBay", "NHS", "WhatsApp", "O'Brien"}) {
    CHECK(slip_of(word) == "-");
  }
}

TEST_CASE("A word broken at a line's end is told, a hyphenated one is not") {
  CHECK(slips("con-\nnection") == std::vector<std::string>{"broken at the line's end", "-"});
  CHECK(slips("well-known") == std::vector<std::string>{"-", "-"});
  CHECK(slips("and then-\nI") == std::vector<std::string>{"-", "-", "-"});
  CHECK(slips("then-") == std::vector<std::string>{"-"});
}

TEST_CASE("What is not seen is told") {
  CHECK(slip_of("brea\u00ADthing") == "an invisible character inside");
  CHECK(slip_of("brea\u200Dthing") == "an invisible character inside");
  CHECK(slip_of("می\u200Cخواهم") == "-");  // as Persian is written
  CHECK(slip_of("s\u0430fe") == "letters of two scripts");
  CHECK(slip_of("\u0441\u0430\u0444\u0435") == "-");
  CHECK(slips("caf\uFFFD now") == std::vector<std::string>{"beside a lost character", "-"});
}

TEST_CASE("Underscores, and digits between letters, are told") {
  CHECK(slip_of("safe_and") == "an underscore joins words");
  CHECK(slip_of("br3athe") == "a digit between letters");
  CHECK(slip_of("P3") == "-");
  CHECK(slip_of("covid19") == "-");
  CHECK(slip_of("4x4") == "-");
}
