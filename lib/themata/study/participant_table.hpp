#pragma once

#include <vector>

#include "themata/analysis/participant_table.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::ParticipantTable;
using analysis::WordTableOptions;

/// How often each participant said each family, in their order.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const std::vector<model::TermFamily>& families);

/// How often each participant said each word of a word table.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const WordTableOptions& options);

}  // namespace themata::study
