#include "cli/term_note.hpp"

#include <utility>

namespace themata::cli {

std::vector<std::string> note_of(const study::CountedTerms& counted, const study::Filter& filter) {
  return study::term_note(counted, filter, "Themata " THEMATA_VERSION);
}

std::vector<std::string> note_of(study::Project& project, const study::Filter& filter,
                                 study::MeantTerms terms) {
  return note_of(study::count_terms(project, filter, std::move(terms)), filter);
}

}  // namespace themata::cli
