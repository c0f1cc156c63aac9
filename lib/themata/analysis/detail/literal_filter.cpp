#include "themata/analysis/detail/literal_filter.hpp"

#include <algorithm>
#include <cstddef>

namespace themata::analysis::detail {
namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t most = 8;  // more than so many are not worth a search for each
constexpr std::size_t block = 32;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
char lower(char c) { return static_cast<char>(c | 0x20); }  // of letters and digits

std::string longest_literal(const std::vector<std::string>& words) {
  std::string longest;
  for (const std::string& word : words) {
    for (auto at = word.begin(); at != word.end();) {
      at = std::find_if(at, word.end(), is_plain);
      const auto end = std::find_if_not(at, word.end(), is_plain);
      if (static_cast<std::size_t>(end - at) > longest.size()) longest.assign(at, end);
      at = end;
    }
  }
  return longest;
}

// Of what is not ASCII, Latin-1's signs (after 0xC2) and the general punctuation (0xE2 0x80) never
// fold to ASCII; the rest is not looked at more closely.
bool may_fold_to_ascii(unsigned char byte, unsigned char next) {
  return static_cast<unsigned>(byte >= 0xC3U) &
         (static_cast<unsigned>(byte != 0xE2U) | static_cast<unsigned>(next != 0x80U));
}

// True if `test(i)` for any i below `end`. Loops of a fixed length become vector code.
template <class Test>
bool any_of_first(std::size_t end, Test test) {
  std::size_t at = 0;
  for (; at + block <= end; at += block) {
    unsigned char any = 0;
    for (std::size_t i = at; i < at + block; ++i) any |= static_cast<unsigned char>(test(i));
    if (any != 0) return true;
  }
  for (; at < end; ++at) {
    if (test(at)) return true;
  }
  return false;
}

bool has_unusual(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (text.empty()) return false;
  return may_fold_to_ascii(byte(text.size() - 1), 0) ||
         any_of_first(text.size() - 1,
                      [&](std::size_t i) { return may_fold_to_ascii(byte(i), byte(i + 1)); });
}

// Looks at three bytes alone: what is found by chance is found out when the text is taken apart.
bool has_literal(std::string_view text, std::string_view literal) {
  if (text.size() < literal.size()) return false;
  const std::size_t middle = literal.size() / 2;
  const std::size_t last = literal.size() - 1;
  const char a = literal.front();
  const char b = literal[middle];
  const char c = literal[last];
  const char* bytes = text.data();
  return any_of_first(text.size() - last, [=](std::size_t i) {
    return (lower(bytes[i]) == a) & (lower(bytes[i + middle]) == b) & (lower(bytes[i + last]) == c);
  });
}

}  // namespace

void LiteralFilter::add(const std::vector<std::string>& folded_words) {
  std::string literal = longest_literal(folded_words);
  if (literal.size() < shortest || literals_.size() == most) return admit_all();
  literals_.push_back(std::move(literal));
}

bool LiteralFilter::may_hold(std::string_view text) const {
  if (admits_all_) return true;
  return std::any_of(literals_.begin(), literals_.end(),
                     [&](const std::string& literal) { return has_literal(text, literal); }) ||
         (!literals_.empty() && has_unusual(text));
}

}  // namespace themata::analysis::detail
