#include "themata/analysis/term_table.hpp"

#include "themata/analysis/speakers_of_hit.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"

namespace themata::analysis {

std::vector<TermCount> term_table(model::Corpus& corpus,
                                  const std::vector<model::TermFamily>& families) {
  TermMatcher matcher(families, corpus.codebook());
  Tally tally(families.size());
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    for (const TermHit& hit : matcher.find(source, corpus.selection())) {
      tally.add_occurrence(hit.family);
      for (const auto who : speakers_of(source, hit, corpus.selection())) {
        tally.add_participant(hit.family, who);
      }
    }
  }

  std::vector<TermCount> table;
  for (std::size_t i = 0; i < families.size(); ++i) {
    table.push_back({families[i].label, tally.participants(i), tally.frequency(i)});
  }
  return table;
}

}  // namespace themata::analysis
