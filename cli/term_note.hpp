#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "themata/study/term_tables.hpp"

namespace themata::cli {

/// A term table's note, which ends with this program's name and version.
std::vector<std::string> note_of(const study::CountedTerms& counted, const study::Filter& filter);

/// The note of the terms that `--terms` names; empty without it.
std::vector<std::string> note_of_terms(const Context& context, const Arguments& arguments);

}  // namespace themata::cli
