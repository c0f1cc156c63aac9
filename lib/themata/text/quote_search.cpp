#include "themata/text/quote_search.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/quote_reader.hpp"

namespace themata::text {
namespace {

// Finds a sequence in a stream, in time linear in both (Knuth, Morris, Pratt).
template <class Symbol>
class Finder {
 public:
  explicit Finder(std::vector<Symbol> wanted)
      : wanted_(std::move(wanted)), border_(wanted_.size()) {
    for (std::size_t i = 1, length = 0; i < wanted_.size(); ++i) {
      length = longer(length, wanted_[i]);
      border_[i] = length;
    }
  }

  // Takes the next symbol; true if it ends an occurrence.
  bool feed(Symbol symbol) {
    if (matched_ == wanted_.size()) matched_ = border_.back();
    matched_ = longer(matched_, symbol);
    return matched_ == wanted_.size();
  }

  // Goes on as if nothing had been read: the next occurrence will not overlap.
  void restart() { matched_ = 0; }
  [[nodiscard]] bool nothing_matched() const { return matched_ == 0; }

 private:
  // How much of the beginning is matched when `symbol` follows `length` symbols of it.
  [[nodiscard]] std::size_t longer(std::size_t length, Symbol symbol) const {
    while (length > 0 && wanted_[length] != symbol) length = border_[length - 1];
    return wanted_[length] == symbol ? length + 1 : 0;
  }

  std::vector<Symbol> wanted_;
  std::vector<std::size_t> border_;
  std::size_t matched_ = 0;
};

bool is_between_graphemes(std::string_view text, TextRange range) {
  return is_grapheme_boundary(text, range.begin) && is_grapheme_boundary(text, range.end);
}

std::vector<TextRange> find_exact(std::string_view text, std::string_view wanted) {
  std::vector<TextRange> found;
  Finder<char> finder({wanted.begin(), wanted.end()});
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (finder.nothing_matched()) {
      at = text.find(wanted.front(), at);
      if (at == text.npos) break;
    }
    if (!finder.feed(text[at])) continue;
    const TextRange hit = byte_range(at + 1 - wanted.size(), at + 1);
    if (!is_between_graphemes(text, hit)) continue;
    found.push_back(hit);
    finder.restart();
  }
  return found;
}

std::vector<char32_t> read_all(std::string_view quote, QuoteMatch level) {
  const std::vector<TextRange> nothing;
  QuoteReader reader(quote, level, nothing);
  std::vector<char32_t> characters;
  for (QuoteUnit unit; reader.next(unit);) characters.push_back(unit.character);
  return characters;
}

std::vector<TextRange> find_alike(std::string_view text, std::string_view wanted, QuoteMatch level,
                                  const std::vector<TextRange>& unspoken) {
  std::vector<char32_t> characters = read_all(wanted, level);
  std::vector<QuoteUnit> latest(characters.size());  // a ring: as many units as the quotation has
  std::size_t place = 0;
  Finder<char32_t> finder(std::move(characters));
  QuoteReader reader(text, level, unspoken);
  std::vector<TextRange> found;
  for (QuoteUnit unit; reader.next(unit);) {
    latest[place] = unit;
    place = place + 1 < latest.size() ? place + 1 : 0;
    if (!finder.feed(unit.character)) continue;
    const QuoteUnit& first = latest[place];  // the oldest
    const TextRange hit{first.source.begin, unit.source.end};
    if (!first.first || !unit.last || !is_between_graphemes(text, hit)) continue;
    found.push_back(hit);
    finder.restart();
  }
  return found;
}

// True if one end of `hit` lies within one of the ranges (which are in order), not at its ends.
bool cuts_any(TextRange hit, const std::vector<TextRange>& ranges) {
  const auto cut = [&ranges](ByteOffset at) {
    const auto behind = std::partition_point(
        ranges.begin(), ranges.end(), [at](const TextRange& range) { return range.end <= at; });
    return behind != ranges.end() && behind->begin < at;
  };
  return cut(hit.begin) || cut(hit.end);
}

std::vector<TextRange> find_spoken(std::string_view text, std::string_view wanted,
                                   const std::vector<TextRange>& unspoken) {
  std::vector<TextRange> found = find_alike(text, wanted, QuoteMatch::spoken, unspoken);
  if (!found.empty() || unspoken.empty()) return found;
  // The quotation may hold the notes itself.
  found = find_alike(text, wanted, QuoteMatch::spoken, {});
  std::erase_if(found, [&](TextRange hit) { return cuts_any(hit, unspoken); });
  return found;
}

}  // namespace

QuoteHits find_quote(std::string_view text, std::string_view quote,
                     const std::vector<TextRange>& unspoken) {
  const std::string_view wanted = trim(quote);
  if (wanted.empty()) return {};
  QuoteHits hits{QuoteMatch::exact, find_exact(text, wanted)};
  if (hits.ranges.empty()) {
    hits = {QuoteMatch::typed, find_alike(text, wanted, QuoteMatch::typed, {})};
  }
  if (hits.ranges.empty()) hits = {QuoteMatch::spoken, find_spoken(text, wanted, unspoken)};
  return hits;
}

}  // namespace themata::text
