#include "themata/study/participant_table.hpp"

#include "themata/exchange/term_list.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/files.hpp"

namespace themata::study {

ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const std::string& term_list_path) {
  const auto families = exchange::read_term_list(term_list_path, read_file(term_list_path));
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::participant_table(*corpus, families);
}

ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const WordTableOptions& options) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::participant_table(*corpus, options);
}

}  // namespace themata::study
