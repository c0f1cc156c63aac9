#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "themata/text/fold.hpp"
#include "themata/text/near_words.hpp"
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
  bool is_exact;  // else the quotation has it misspelled
};

// Neighbouring shared words, and how much of the quotation they hold.
struct Stretch {
  std::size_t first = 0;  // in the list of shared words
  std::size_t last = 0;
  double weight = 0;
};

NearWords near_words_of(const Vocabulary& vocabulary) {
  std::vector<std::string_view> words(vocabulary.numbers.size());
  for (const auto& [word, number] : vocabulary.numbers) words[number] = word;
  NearWords near;
  for (const std::string_view word : words) near.add(word);
  return near;
}

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

// A word of the quotation that is nowhere in the text may be misspelled in it: then words near to
// it stand for it.
SharedWords find_shared(std::string_view text, const Vocabulary& vocabulary, WordSegmenter& words) {
  SharedWords shared;
  NearWords near = near_words_of(vocabulary);
  std::vector<std::size_t> exact(vocabulary.numbers.size());
  std::vector<std::size_t> counts(vocabulary.numbers.size());
  std::size_t position = 0;
  std::string folded;
  words.start(text);
  for (auto word = words.next(); word; word = words.next(), ++position) {
    fold_into(slice(text, *word), folded);
    const auto known = vocabulary.numbers.find(folded);
    const bool is_exact = known != vocabulary.numbers.end();
    const auto number = is_exact ? std::optional{known->second} : near.find(folded);
    if (!number) continue;
    ++counts[*number];
    if (is_exact) ++exact[*number];
    shared.words.push_back({position, *word, *number, is_exact});
  }
  std::erase_if(shared.words,
                [&](const Shared& word) { return !word.is_exact && exact[word.number] > 0; });
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (exact[i] > 0) counts[i] = exact[i];
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
  std::size_t words = 0;   // that it shares with the quotation
  std::size_t before = 0;  // words that the quotation has before the first of these
  std::size_t after = 0;   // and behind the last
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
  std::size_t last_position = 0;
  std::size_t first_position = 0;
  Place place{word(columns).range, heaviest[i][j], 0, 0, 0};
  while (i > 0 && j > 0) {
    if (heaviest[i][j] == heaviest[i][j - 1]) {
      --j;
    } else if (heaviest[i][j] == heaviest[i - 1][j]) {
      --i;
    } else {
      if (place.words++ == 0) {
        place.range.end = word(j).range.end;
        place.after = quote.size() - i;
        last_position = word(j).position;
      }
      place.range.begin = word(j).range.begin;
      first_position = word(j).position;
      place.before = --i;
      --j;
    }
  }
  const std::size_t spanned = last_position - first_position + 1;
  const std::size_t room = quote.size() - std::min(quote.size(), spanned);
  place.before = std::min(place.before, room);
  place.after = std::min(place.after, room - place.before);
  return place;
}

// Takes in what stands in the text where the quotation has words that are not shared, as far as the
// line goes.
TextRange widened(std::string_view text, const Place& place, WordSegmenter& words) {
  TextRange range = place.range;
  const std::size_t line_end = std::min(text.find('\n', range.end.value), text.size());
  words.start(text.substr(range.end.value, line_end - range.end.value));
  for (std::size_t left = place.after; left > 0; --left) {
    const auto word = words.next();
    if (!word) break;
    range.end = place.range.end + word->end.value;
  }
  const std::size_t feed = text.substr(0, range.begin.value).rfind('\n');
  const std::size_t line_begin = feed == text.npos ? 0 : feed + 1;
  std::deque<std::size_t> begins;  // of the last words before the place
  words.start(text.substr(line_begin, range.begin.value - line_begin));
  for (auto word = words.next(); word && place.before > 0; word = words.next()) {
    begins.push_back(word->begin.value);
    if (begins.size() > place.before) begins.pop_front();
  }
  if (!begins.empty()) range.begin = ByteOffset{line_begin + begins.front()};
  return range;
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
    const TextRange range = widened(text, place, words);
    const bool is_new = std::none_of(found.begin(), found.end(),
                                     [&](const TextRange& other) { return other.overlaps(range); });
    if (is_new) found.push_back(range);
  }
  return found;
}

}  // namespace themata::text
