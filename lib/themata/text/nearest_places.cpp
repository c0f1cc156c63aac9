#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "themata/text/fold.hpp"
#include "themata/text/quote_search.hpp"
#include "themata/text/words.hpp"

namespace themata::text {
namespace {

constexpr std::size_t longest_quote = 256;  // words of a quotation that are compared
constexpr double least_likeness = 0.3;      // of the quotation's words
constexpr std::size_t candidates_each = 8;  // stretches looked at closely for each one wanted

// The words of a quotation, numbered in the order in which they first occur.
struct Vocabulary {
  std::unordered_map<std::string, std::size_t> numbers;
  std::vector<std::size_t> sequence;     // the quotation
  std::vector<std::size_t> occurrences;  // of each in it
};

// A word of the text that the quotation has, too.
struct Shared {
  std::size_t position;  // counted in words of the text
  TextRange range;
  std::size_t number;
};

// Neighbouring shared words, and how much of the quotation they hold.
struct Stretch {
  std::size_t first = 0;  // in the list of shared words
  std::size_t last = 0;
  double weight = 0;
};

Vocabulary read_quotation(std::string_view quote, WordSegmenter& words) {
  Vocabulary vocabulary;
  words.start(quote);
  for (auto word = words.next(); word && vocabulary.sequence.size() < longest_quote;
       word = words.next()) {
    const auto [entry, is_new] =
        vocabulary.numbers.try_emplace(fold(slice(quote, *word)), vocabulary.numbers.size());
    if (is_new) vocabulary.occurrences.push_back(0);
    ++vocabulary.occurrences[entry->second];
    vocabulary.sequence.push_back(entry->second);
  }
  return vocabulary;
}

struct SharedWords {
  std::vector<Shared> words;
  std::vector<double> weights;  // of each word of the vocabulary: the rarer, the heavier
};

SharedWords find_shared(std::string_view text, const Vocabulary& vocabulary, WordSegmenter& words) {
  SharedWords shared;
  std::vector<std::size_t> counts(vocabulary.numbers.size());
  std::size_t position = 0;
  std::string folded;
  words.start(text);
  for (auto word = words.next(); word; word = words.next(), ++position) {
    fold_into(slice(text, *word), folded);
    const auto known = vocabulary.numbers.find(folded);
    if (known == vocabulary.numbers.end()) continue;
    ++counts[known->second];
    shared.words.push_back({position, *word, known->second});
  }
  for (const std::size_t count : counts) {
    shared.weights.push_back(
        std::log(2.0 + static_cast<double>(position) / (1.0 + static_cast<double>(count))));
  }
  return shared;
}

// The best stretch that ends in each stretch of `span` words, found with a sliding window.
std::vector<Stretch> best_stretches(const SharedWords& shared, const Vocabulary& vocabulary,
                                    std::size_t span) {
  std::vector<Stretch> best;
  std::vector<std::size_t> inside(vocabulary.numbers.size());
  std::size_t bucket = 0;
  Stretch now;
  for (now.last = 0; now.last < shared.words.size(); ++now.last) {
    const Shared& entering = shared.words[now.last];
    if (inside[entering.number]++ < vocabulary.occurrences[entering.number]) {
      now.weight += shared.weights[entering.number];
    }
    for (; shared.words[now.first].position + span <= entering.position; ++now.first) {
      const std::size_t leaving = shared.words[now.first].number;
      if (--inside[leaving] < vocabulary.occurrences[leaving]) {
        now.weight -= shared.weights[leaving];
      }
    }
    if (best.empty() || entering.position / span != bucket) {
      bucket = entering.position / span;
      best.push_back(now);
    } else if (now.weight > best.back().weight) {
      best.back() = now;
    }
  }
  return best;
}

struct Place {
  TextRange range;
  double weight = 0;
  std::size_t words = 0;  // that it shares with the quotation
};

// What of a stretch stands in the quotation's order: the heaviest common subsequence.
Place in_order(const Stretch& stretch, const SharedWords& shared, const Vocabulary& vocabulary) {
  const std::vector<std::size_t>& quote = vocabulary.sequence;
  const std::size_t columns = stretch.last - stretch.first + 1;
  std::vector<std::vector<double>> heaviest(quote.size() + 1, std::vector<double>(columns + 1));
  const auto word = [&](std::size_t column) -> const Shared& {
    return shared.words[stretch.first + column - 1];
  };
  for (std::size_t i = 1; i <= quote.size(); ++i) {
    for (std::size_t j = 1; j <= columns; ++j) {
      heaviest[i][j] = std::max(heaviest[i - 1][j], heaviest[i][j - 1]);
      if (word(j).number == quote[i - 1]) {
        heaviest[i][j] =
            std::max(heaviest[i][j], heaviest[i - 1][j - 1] + shared.weights[quote[i - 1]]);
      }
    }
  }
  std::size_t i = quote.size();
  std::size_t j = columns;
  Place place{word(columns).range, heaviest[i][j], 0};
  while (i > 0 && j > 0) {
    if (heaviest[i][j] == heaviest[i][j - 1]) {
      --j;
    } else if (heaviest[i][j] == heaviest[i - 1][j]) {
      --i;
    } else {
      if (place.words++ == 0) place.range.end = word(j).range.end;
      place.range.begin = word(j).range.begin;
      --i;
      --j;
    }
  }
  return place;
}

}  // namespace

std::vector<TextRange> nearest_places(std::string_view text, std::string_view quote,
                                      std::size_t limit) {
  WordSegmenter words;
  const Vocabulary vocabulary = read_quotation(quote, words);
  if (vocabulary.sequence.empty() || limit == 0) return {};
  const SharedWords shared = find_shared(text, vocabulary, words);
  const std::size_t length = vocabulary.sequence.size();
  std::vector<Stretch> stretches =
      best_stretches(shared, vocabulary, length + std::max<std::size_t>(2, length / 4));
  const auto heavier = [](const auto& a, const auto& b) { return a.weight > b.weight; };
  std::stable_sort(stretches.begin(), stretches.end(), heavier);
  if (stretches.size() > limit * candidates_each) stretches.resize(limit * candidates_each);

  std::vector<Place> places;
  for (const Stretch& stretch : stretches) {
    places.push_back(in_order(stretch, shared, vocabulary));
  }
  std::stable_sort(places.begin(), places.end(), heavier);
  std::vector<TextRange> found;
  for (const Place& place : places) {
    if (found.size() == limit) break;
    if (static_cast<double>(place.words) < least_likeness * static_cast<double>(length)) continue;
    const bool is_new = std::none_of(found.begin(), found.end(), [&](const TextRange& other) {
      return other.overlaps(place.range);
    });
    if (is_new) found.push_back(place.range);
  }
  return found;
}

}  // namespace themata::text
