#include "themata/study/detail/names_in_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study::detail {

namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t longest_word = 60;  // bytes that are shown on each side

bool joins(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || !text::is_ascii(c);
}

/// The word around [begin, end), or as much of it as can be shown.
std::string_view word_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t first = begin - std::min(begin, longest_word);
  const std::size_t last = std::min(text.size(), end + longest_word);
  while (begin > first && joins(text[begin - 1])) --begin;
  while (end < last && joins(text[end])) ++end;
  while (begin < end && text::is_continuation(text[begin])) ++begin;
  while (end < text.size() && end > begin && text::is_continuation(text[end])) --end;
  return text.substr(begin, end - begin);
}

}  // namespace

NamesInWords::NamesInWords(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string folded = text::fold(name);
    const auto characters = std::count_if(folded.begin(), folded.end(),
                                          [](char c) { return !text::is_continuation(c); });
    if (static_cast<std::size_t>(characters) < shortest) continue;
    names_.push_back({name, std::move(folded), {}});
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    by_beginning_[std::string_view(names_[i].folded).substr(0, shortest)].push_back(i);
  }
}

void NamesInWords::read(const std::string& place, std::string_view text) {
  if (names_.empty()) return;
  const std::string folded = text::fold(text);
  for (std::size_t at = 0; at + shortest <= folded.size(); ++at) look_at(place, folded, at);
}

void NamesInWords::look_at(const std::string& place, std::string_view folded, std::size_t at) {
  const auto found = by_beginning_.find(folded.substr(at, shortest));
  if (found == by_beginning_.end()) return;
  for (const std::size_t index : found->second) {
    Name& name = names_[index];
    if (!folded.substr(at).starts_with(name.folded)) continue;
    const std::string_view word = word_around(folded, at, at + name.folded.size());
    if (word == name.folded) continue;  // a whole word is found as a name
    if (name.places.empty() || name.places.back().name != place) {
      name.places.push_back({place, 0, std::string(word)});
    }
    ++name.places.back().count;
  }
}

std::vector<std::string> NamesInWords::sentences() const {
  std::vector<std::string> sentences;
  for (const Name& name : names_) {
    if (name.places.empty()) continue;
    std::vector<std::string> places;
    for (const Place& place : name.places) {
      places.push_back(fmt::format("{} {} ({})", place.name, place.count, place.word));
    }
    sentences.push_back(fmt::format("\"{}\" is still there inside of words: {}", name.name,
                                    fmt::join(places, ", ")));
  }
  return sentences;
}

}  // namespace themata::study::detail
