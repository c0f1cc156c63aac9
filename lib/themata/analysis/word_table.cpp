#include "themata/analysis/word_table.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/string_ids.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/stem.hpp"
#include "themata/text/stop_words.hpp"

namespace themata::analysis {

namespace {

/// Says which row of the table a word of one language is counted in. Each spelling is folded,
/// stopped and stemmed once; after that a word costs one look-up.
class RowFinder {
 public:
  RowFinder(const std::string& language, const WordTableOptions& options, StringIds& terms)
      : terms_(terms) {
    if (options.without_stop_words) stop_words_ = &text::stop_words(language);
    if (options.by_stem) stemmer_.emplace(language);
  }

  /// Nothing for a stop word.
  std::optional<std::size_t> row_of(std::string_view word) {
    const std::size_t spelling = spellings_.id(word);
    if (spelling == rows_.size()) rows_.push_back(row_of_new(word));
    return rows_[spelling] == no_row ? std::nullopt : std::optional{rows_[spelling]};
  }

 private:
  static constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

  std::size_t row_of_new(std::string_view word) {
    text::fold_into(word, folded_);
    if (stop_words_ != nullptr && stop_words_->contains(folded_)) return no_row;
    return terms_.id(stemmer_ ? stemmer_->stem(folded_) : folded_);
  }

  StringIds& terms_;
  const std::unordered_set<std::string_view>* stop_words_ = nullptr;
  std::optional<text::Stemmer> stemmer_;
  StringIds spellings_;
  std::vector<std::size_t> rows_;  // of each spelling
  std::string folded_;
};

/// One finder per language; a single one where the language makes no difference.
class RowFinders {
 public:
  RowFinders(const WordTableOptions& options, StringIds& terms)
      : options_(options), terms_(terms) {}

  RowFinder& of(const model::Source& source) {
    const bool any_language = !options_.without_stop_words && !options_.by_stem;
    const std::string& key = any_language ? no_language_ : source.language;
    return finders_.try_emplace(key, key, options_, terms_).first->second;
  }

 private:
  const WordTableOptions& options_;
  StringIds& terms_;
  const std::string no_language_;
  std::unordered_map<std::string, RowFinder> finders_;
};

/// The rows by falling frequency, then by term; only the first `top` of them.
std::vector<std::size_t> in_table_order(const Tally& tally, const StringIds& terms,
                                        std::optional<std::size_t> top) {
  std::vector<std::size_t> rows(tally.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    if (tally.frequency(a) != tally.frequency(b)) return tally.frequency(a) > tally.frequency(b);
    return terms.string(a) < terms.string(b);  // UTF-8 sorts as its code points do
  };
  if (!top || *top >= rows.size()) {
    std::sort(rows.begin(), rows.end(), comes_first);
    return rows;
  }
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(*top);
  std::partial_sort(rows.begin(), end, rows.end(), comes_first);
  rows.erase(end, rows.end());
  return rows;
}

}  // namespace

std::vector<TermCount> word_table(model::Corpus& corpus, const WordTableOptions& options) {
  StringIds terms;
  Tally tally;
  RowFinders finders(options, terms);
  text::WordSegmenter segmenter;
  SpokenWords words(segmenter);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    RowFinder& finder = finders.of(source.source);
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      const auto row = finder.row_of(text::slice(source.text, word->range));
      if (!row) continue;
      tally.add_occurrence(*row);
      if (const auto who = source.participant_of(source.turns[word->turn])) {
        tally.add_participant(*row, *who);
      }
    }
  }

  std::vector<TermCount> table;
  for (const std::size_t row : in_table_order(tally, terms, options.top)) {
    table.push_back(
        {std::string(terms.string(row)), tally.participants(row), tally.frequency(row)});
  }
  return table;
}

}  // namespace themata::analysis
