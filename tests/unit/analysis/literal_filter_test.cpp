#include "themata/analysis/detail/literal_filter.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/fold.hpp"
#include "themata/text/utf8.hpp"

using themata::analysis::detail::LiteralFilter;

namespace {

LiteralFilter filter_for(const std::vector<std::string>& words) {
  LiteralFilter filter;
  filter.add(words);
  return filter;
}

}  // namespace

TEST_CASE("a text without the literal of any pattern is told") {
  LiteralFilter filter = filter_for({"breath*"});
  CHECK(filter.may_hold("a deep BREATH"));
  CHECK(filter.may_hold("breathing"));
  CHECK_FALSE(filter.may_hold(""));
  CHECK_FALSE(filter.may_hold("breat"));
  CHECK_FALSE(filter.may_hold("I don\u2019t, \u201Cno\u201D \u2026"));
  filter.add({"*", "calm"});
  CHECK(filter.may_hold("so calm"));
  CHECK_FALSE(filter.may_hold("so quiet"));
}

TEST_CASE("every text may hold a word of a pattern that no literal stands for") {
  CHECK(filter_for({"a*"}).may_hold(""));
  CHECK(filter_for({"\u00E9t\u00E9"}).may_hold(""));
  LiteralFilter filter = filter_for({"breath"});
  filter.admit_all();
  CHECK(filter.may_hold(""));
  LiteralFilter many;
  for (int i = 0; i < 20; ++i) many.add({"word" + std::to_string(i)});
  CHECK(many.may_hold("nothing"));
}

TEST_CASE("no text is passed over that has a character which folds to part of a literal") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string word = "q";
    themata::text::append_code_point(c, word);
    word += 'Q';
    const std::string folded = themata::text::fold(word);
    if (!filter_for({folded}).may_hold(word)) FAIL("passed over: " << word);
  }
}

TEST_CASE("a literal is found wherever it stands") {
  const LiteralFilter filter = filter_for({"deep*", "breath"});
  for (std::size_t before = 0; before < 100; ++before) {
    for (const std::size_t after : {0U, 1U, 31U, 32U, 70U}) {
      const std::string text = std::string(before, 'x') + "Breath" + std::string(after, '.');
      CHECK(filter.may_hold(text));
      CHECK_FALSE(filter.may_hold(text.substr(0, before + 5)));
    }
  }
}
