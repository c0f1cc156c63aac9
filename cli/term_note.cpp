#include "cli/term_note.hpp"

#include "cli/filter_options.hpp"

namespace themata::cli {

std::vector<std::string> note_of(const study::CountedTerms& counted, const study::Filter& filter) {
  return study::term_note(counted, filter, "Themata " THEMATA_VERSION);
}

std::vector<std::string> note_of_terms(const Context& context, const Arguments& arguments) {
  const auto terms = arguments.text("terms");
  if (!terms) return {};
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  return note_of(study::count_terms(project, filter, *terms), filter);
}

}  // namespace themata::cli
