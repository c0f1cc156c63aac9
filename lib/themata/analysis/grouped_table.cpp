#include "themata/analysis/grouped_table.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "themata/analysis/ngrams.hpp"
#include "themata/analysis/speakers_of_hit.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"

namespace themata::analysis {

namespace {

bool is_earlier(const InPart& a, const InPart& b) { return a.part < b.part; }

/// Occurrences of one row by number of group, kept short while they come in any order.
class GroupCounts {
 public:
  void add(std::size_t group) {
    if (!counts_.empty() && counts_.back().part == group) {
      ++counts_.back().frequency;
      return;
    }
    if (counts_.size() >= limit_) {
      gather();
      limit_ = std::max(limit_, 2 * counts_.size());
    }
    counts_.push_back({group, 1});
  }

  /// One entry a group, in order of their numbers.
  const std::vector<InPart>& gather() {
    std::sort(counts_.begin(), counts_.end(), is_earlier);
    std::size_t kept = 0;
    for (const InPart& in : counts_) {
      if (kept > 0 && counts_[kept - 1].part == in.part) {
        counts_[kept - 1].frequency += in.frequency;
      } else {
        counts_[kept++] = in;
      }
    }
    counts_.resize(kept);
    return counts_;
  }

 private:
  std::vector<InPart> counts_;
  std::size_t limit_ = 16;
};

/// What has been counted so far.
class Counter {
 public:
  Counter(const model::Corpus& corpus, const Grouping& grouping)
      : selection_(corpus.selection()), groups_(grouping, corpus) {}

  void open(const model::SourceData& source) {
    source_ = &source;
    groups_.open(source);
  }

  void add_word(std::size_t turn) {
    const std::size_t group = groups_.of_turn(turn);
    if (group >= words_.size()) words_.resize(group + 1);
    ++words_[group];
    ++all_words_;
  }

  void add_occurrence(std::size_t row, std::size_t turn) {
    tally_.add_occurrence(row);
    if (const auto who = source_->participant_of(source_->turns[turn])) {
      tally_.add_participant(row, *who);
    }
    counts_of(row).add(groups_.of_turn(turn));
  }

  void add_hit(const TermHit& hit) {
    tally_.add_occurrence(hit.family);
    for (const auto who : speakers_of(*source_, hit, selection_)) {
      tally_.add_participant(hit.family, who);
    }
    for (const std::size_t group : groups_.of_hit(hit)) counts_of(hit.family).add(group);
  }

  /// Rows that never occurred are none yet.
  void ensure_rows(std::size_t rows) {
    if (rows > by_group_.size()) by_group_.resize(rows);
  }
  [[nodiscard]] std::size_t rows() const { return by_group_.size(); }
  [[nodiscard]] std::size_t frequency(std::size_t row) const {
    return row < tally_.rows() ? tally_.frequency(row) : 0;
  }
  [[nodiscard]] TermCount count(std::size_t row, std::string term) const {
    const std::size_t participants = row < tally_.rows() ? tally_.participants(row) : 0;
    return {std::move(term), participants, frequency(row)};
  }

  /// The groups, without rows.
  GroupedTable empty_table() {
    GroupedTable table;
    table.words = all_words_;
    for (GroupFinder::Group& group : groups_.order()) {
      index_of_[group.number] = table.groups.size();
      const std::size_t words = group.number < words_.size() ? words_[group.number] : 0;
      table.groups.push_back({std::move(group.name), words});
    }
    return table;
  }

  /// Where the row occurs, by the groups' indexes in the table.
  std::vector<InPart> by_group(std::size_t row) {
    std::vector<InPart> result;
    for (const InPart& in : counts_of(row).gather()) {
      result.push_back({index_of_.at(in.part), in.frequency});
    }
    std::sort(result.begin(), result.end(), is_earlier);
    return result;
  }

 private:
  GroupCounts& counts_of(std::size_t row) {
    ensure_rows(row + 1);
    return by_group_[row];
  }

  const model::Selection& selection_;
  GroupFinder groups_;
  const model::SourceData* source_ = nullptr;
  Tally tally_;
  std::vector<GroupCounts> by_group_;  // of each row, by number of group
  std::vector<std::size_t> words_;     // of each group, by its number
  std::size_t all_words_ = 0;
  std::unordered_map<std::size_t, std::size_t> index_of_;  // of a group, by its number
};

/// The rows by falling frequency, then by term; only the first `top` of them.
template <class TermOf>
std::vector<std::size_t> in_table_order(const Counter& counter, const TermOf& term_of,
                                        std::optional<std::size_t> top) {
  std::vector<std::size_t> rows(counter.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    if (counter.frequency(a) != counter.frequency(b)) {
      return counter.frequency(a) > counter.frequency(b);
    }
    return term_of(a) < term_of(b);  // UTF-8 sorts as its code points do
  });
  if (top && *top < rows.size()) rows.resize(*top);
  return rows;
}

void count_words(const model::SourceData& source, const model::Selection& selection,
                 SpokenWords& words, Counter& counter) {
  words.start(source, selection);
  while (const auto word = words.next()) counter.add_word(word->turn);
}

}  // namespace

GroupedTable grouped_word_table(model::Corpus& corpus, const RowOptions& options,
                                const Grouping& grouping) {
  WordTerms terms(options.words);
  Ngrams runs(options.ngram);
  const bool by_word = options.ngram == 1;
  Counter counter(corpus, grouping);
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    terms.set_language(source.source.language);
    counter.open(source);
    runs.start(source);
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      counter.add_word(word->turn);
      const auto term = terms.term_of(text::slice(source.text, word->range));
      const auto row = by_word ? term : runs.add(*word, term, terms);
      if (row) counter.add_occurrence(*row, word->turn);
    }
  }

  const auto term_of = [&](std::size_t row) {
    return by_word ? terms.term(row) : runs.string(row);
  };
  GroupedTable table = counter.empty_table();
  for (const std::size_t row : in_table_order(counter, term_of, options.top)) {
    table.rows.push_back({counter.count(row, std::string(term_of(row))), counter.by_group(row)});
  }
  return table;
}

GroupedTable grouped_term_table(model::Corpus& corpus,
                                const std::vector<model::TermFamily>& families,
                                const Grouping& grouping) {
  TermMatcher matcher(families, corpus.codebook());
  Counter counter(corpus, grouping);
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    counter.open(source);
    count_words(source, corpus.selection(), words, counter);
    for (const TermHit& hit : matcher.find(source, corpus.selection())) counter.add_hit(hit);
  }

  GroupedTable table = counter.empty_table();
  for (std::size_t family = 0; family < families.size(); ++family) {
    table.rows.push_back({counter.count(family, families[family].label), counter.by_group(family)});
  }
  return table;
}

std::optional<double> rate(std::size_t count, std::size_t words, std::size_t base) {
  if (words == 0) return std::nullopt;
  return static_cast<double>(count) * static_cast<double>(base) / static_cast<double>(words);
}

std::vector<std::size_t> in_each_group(const GroupedTable& table, const GroupedTable::Row& row) {
  std::vector<std::size_t> frequencies(table.groups.size(), 0);
  for (const InPart& in : row.by_group) frequencies[in.part] = in.frequency;
  return frequencies;
}

}  // namespace themata::analysis
