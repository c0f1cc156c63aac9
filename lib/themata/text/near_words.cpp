#include "themata/text/near_words.hpp"

#include <algorithm>
#include <bit>

#include "themata/text/name_key.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::size_t letters_for_an_edit = 4;
constexpr std::size_t most_edits = 2;
constexpr std::size_t longest_word = 64;  // in code points
constexpr std::size_t most_close_looks = 200'000;

std::size_t allowed_edits(std::size_t length) {
  return std::min(most_edits, length / letters_for_an_edit);
}

std::size_t length_of(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return !is_continuation(c); }));
}

// The set of a word's letters, as bits; different letters may share one. An edit changes two of
// them at most.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    letters |= std::uint64_t{1} << (next_code_point(word, at) % 64U);
  }
  return letters;
}

}  // namespace

void NearWords::add(std::string_view word) {
  const std::size_t length = length_of(word);
  if (allowed_edits(length) > 0 && length <= longest_word) {
    wanted_.push_back({std::string(word), length, letters_of(word), count_});
  }
  ++count_;
}

std::optional<std::size_t> NearWords::find(const std::string& folded) {
  const auto [entry, is_new] = known_.try_emplace(folded);
  if (is_new) entry->second = look_for(folded);
  return entry->second;
}

std::optional<std::size_t> NearWords::look_for(const std::string& folded) {
  const std::size_t length = length_of(folded);
  const std::uint64_t letters = letters_of(folded);
  std::optional<std::size_t> nearest;
  std::size_t fewest = most_edits + 1;
  for (const Wanted& wanted : wanted_) {
    const std::size_t allowed = std::min(allowed_edits(wanted.length), fewest - 1);
    const auto [shorter, longer] = std::minmax({length, wanted.length});
    if (longer - shorter > allowed) continue;
    const int changed = std::popcount(letters ^ wanted.letters);
    if (static_cast<std::size_t>(changed) > 2 * allowed) continue;
    if (++close_looks_ > most_close_looks) break;
    const std::size_t edits = edit_distance(folded, wanted.word);
    if (edits > allowed) continue;
    fewest = edits;
    nearest = wanted.number;
  }
  return nearest;
}

}  // namespace themata::text
