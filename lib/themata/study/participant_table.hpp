#pragma once

#include <string>

#include "themata/analysis/participant_table.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::ParticipantTable;
using analysis::WordTableOptions;

/// How often each participant said each of the families that `terms_meant` finds, in their order.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const std::string& terms);

/// How often each participant said each word of a word table.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const WordTableOptions& options);

}  // namespace themata::study
