#include "themata/analysis/detail/short_spellings.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "support/numbered.hpp"

using namespace themata;
using analysis::detail::ShortSpellings;
using analysis::detail::ShortWord;

namespace {

ShortWord word_in(std::string_view text, std::size_t begin, std::size_t size) {
  return {text, text::byte_range(begin, begin + size)};
}

ShortWord short_word(std::string_view text) { return word_in(text, 0, text.size()); }

}  // namespace

TEST_CASE("a short word is its bytes, whatever stands around it") {
  for (std::size_t size = 1; size <= ShortWord::longest; ++size) {
    const std::string word(size, 'a');
    for (const std::string after : {"", "b", "aaaaaaaaaaaaaaaaaaaa"}) {
      CHECK(word_in("xyz" + word + after, 3, size) == short_word(word));
    }
    CHECK(short_word(word) != short_word(word + 'a'));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = word;
      other[at] = 'b';
      CHECK(short_word(other) != short_word(word));
    }
  }
}

TEST_CASE("a zero byte within a word counts") {
  using namespace std::string_literals;
  CHECK(short_word("a\0b"s) != short_word("ab"));
  CHECK(short_word("\0b"s) != short_word("b"));
  CHECK_FALSE(short_word("\0b"s).empty());
}

TEST_CASE("ten thousand spellings keep their counts, and are made once") {
  ShortSpellings spellings;
  std::uint32_t made = 0;
  for (std::size_t round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 10'000; ++i) {
      const std::string word = test::numbered("w", i);
      auto& counts = spellings.at(short_word(word),
                                  [&] { return analysis::detail::SpellingCount{.row = made++}; });
      counts.count += i;
    }
  }
  CHECK(made == 10'000);
  bool same = true;
  std::size_t taken = 0;
  for (const ShortSpellings::Slot& slot : spellings.slots()) {
    if (slot.word.empty()) continue;
    ++taken;
    same &= slot.word == short_word(test::numbered("w", slot.counts.row));
    same &= slot.counts.count == 3 * std::uint64_t{slot.counts.row};
  }
  CHECK(same);
  CHECK(taken == 10'000);
}
