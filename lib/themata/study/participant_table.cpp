#include "themata/study/participant_table.hpp"

#include "themata/store/corpus.hpp"

namespace themata::study {

ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const std::vector<model::TermFamily>& families) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::participant_table(*corpus, families);
}

ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const WordTableOptions& options) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::participant_table(*corpus, options);
}

}  // namespace themata::study
