#include "themata/analysis/diversity_table.hpp"

#include <utility>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/word_terms.hpp"

namespace themata::analysis {

std::vector<DiversityRow> diversity_table(model::Corpus& corpus, const Grouping& grouping,
                                          std::size_t window) {
  WordTerms terms({});
  GroupFinder groups(grouping, corpus);
  std::vector<LexicalDiversity> by_number;
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    terms.set_language(source.source.language);
    groups.open(source);
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      const std::size_t group = groups.of_turn(word->turn);
      if (group >= by_number.size()) by_number.resize(group + 1, LexicalDiversity(window));
      by_number[group].add(terms.term_of(text::slice(source.text, word->range)).value());
    }
  }

  std::vector<DiversityRow> rows;
  for (GroupFinder::Group& group : groups.order()) {
    const bool is_silent = group.number >= by_number.size();
    rows.push_back({std::move(group.name),
                    is_silent ? LexicalDiversity(window) : std::move(by_number[group.number])});
  }
  return rows;
}

}  // namespace themata::analysis
