#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/analysis/word_table.hpp"
#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// How often each participant said each term.
struct ParticipantTable {
  struct Person {
    model::ParticipantId id;
    std::string name;
    std::size_t words = 0;  ///< counted words that they said
  };
  struct Row {
    std::string term;
    std::size_t frequency = 0;        ///< as in the table by term: of everybody's
    std::vector<std::size_t> counts;  ///< of each person
  };
  /// Those who said a counted word, or speak in a counted excerpt, in the study's order.
  std::vector<Person> people;
  std::vector<Row> rows;
};

/// Of the families of a term list, in their order. An excerpt counts once for each who speaks in
/// it, so a row of excerpts may add up to more than its frequency. Throws as `TermMatcher` does.
ParticipantTable participant_table(model::Corpus& corpus,
                                   const std::vector<model::TermFamily>& families);

/// Of the words that `word_table` gives with these options, in its order. Throws as it does.
ParticipantTable participant_table(model::Corpus& corpus, const WordTableOptions& options);

/// Occurrences per 1,000 words; 0 of nobody's.
double per_thousand(std::size_t count, std::size_t words);

}  // namespace themata::analysis
