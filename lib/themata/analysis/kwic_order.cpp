#include "themata/analysis/kwic_order.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

std::vector<std::string> folded_words(std::string_view text, text::WordSegmenter& segmenter) {
  std::vector<std::string> words;
  segmenter.start(text);
  while (const auto word = segmenter.next()) words.push_back(text::fold(text::slice(text, *word)));
  return words;
}

std::vector<std::string> key_of(const KwicLine& line, KwicOrder order,
                                text::WordSegmenter& segmenter) {
  if (order == KwicOrder::participant) return {text::fold(line.participant)};
  if (order == KwicOrder::left) {
    std::vector<std::string> words = folded_words(line.before, segmenter);
    std::reverse(words.begin(), words.end());
    return words;
  }
  std::vector<std::string> words = folded_words(line.keyword, segmenter);
  for (std::string& word : folded_words(line.after, segmenter)) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::optional<KwicOrder> parse_kwic_order(std::string_view word) {
  if (word == "source") return KwicOrder::source;
  if (word == "left") return KwicOrder::left;
  if (word == "right") return KwicOrder::right;
  if (word == "participant") return KwicOrder::participant;
  return std::nullopt;
}

void sort_kwic(std::vector<KwicLine>& lines, KwicOrder order) {
  if (order == KwicOrder::source) return;
  text::WordSegmenter segmenter;
  std::vector<std::pair<std::vector<std::string>, std::size_t>> keys;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    keys.emplace_back(key_of(lines[i], order, segmenter), i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<KwicLine> sorted;
  sorted.reserve(lines.size());
  for (const auto& [key, i] : keys) sorted.push_back(std::move(lines[i]));
  lines = std::move(sorted);
}

}  // namespace themata::analysis
