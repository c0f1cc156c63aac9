#pragma once

#include <string>
#include <vector>

#include "themata/study/term_tables.hpp"

namespace themata::cli {

/// A term table's note, which ends with this program's name and version.
std::vector<std::string> note_of(const study::CountedTerms& counted, const study::Filter& filter);

/// The same, counted for the note alone, of a table that has other rows or columns.
std::vector<std::string> note_of(study::Project& project, const study::Filter& filter,
                                 study::MeantTerms terms);

}  // namespace themata::cli
