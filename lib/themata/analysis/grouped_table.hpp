#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/analysis/dispersion.hpp"
#include "themata/analysis/grouping.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/analysis/word_terms.hpp"
#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// A table of words or families, and what falls to each group of the study.
struct GroupedTable {
  struct Group {
    std::string name;
    std::size_t words = 0;  ///< said in it, whether they are in the table or not
    bool operator==(const Group&) const = default;
  };
  struct Row {
    TermCount count;               ///< in all
    std::vector<InPart> by_group;  ///< where it occurs, the index of the group rising
  };
  std::vector<Group> groups;
  std::size_t words = 0;  ///< said in all
  std::vector<Row> rows;
};

/// What stands in the rows of a table of words.
struct RowOptions {
  WordTermOptions words;
  /// Words of a row: neighbours in one turn, with no note, insertion or other aside between them.
  /// The term is the words with a space between. One that was left out parts its neighbours.
  std::size_t ngram = 1;
  std::optional<std::size_t> top;  ///< only the first rows
};

/// Every word said in the corpus (or run of `ngram` words), by falling frequency, then by term in
/// code point order. Over the groups, frequencies and words add up to those in all.
GroupedTable grouped_word_table(model::Corpus& corpus, const RowOptions& options,
                                const Grouping& grouping);

/// A row per family, in the families' order, zero rows kept; see `term_table`. An excerpt in which
/// several groups speak counts in each of them, and once in all.
GroupedTable grouped_term_table(model::Corpus& corpus,
                                const std::vector<model::TermFamily>& families,
                                const Grouping& grouping);

/// `count` per `base` words of `words`; nothing where there are no words.
std::optional<double> rate(std::size_t count, std::size_t words, std::size_t base);

/// How often the row occurs in each of the table's groups.
std::vector<std::size_t> in_each_group(const GroupedTable& table, const GroupedTable::Row& row);

}  // namespace themata::analysis
