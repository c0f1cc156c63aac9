#pragma once

#include <string>

#include "themata/analysis/participant_table.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::ParticipantTable;
using analysis::WordTableOptions;

/// How often each participant said each family of a term list file, in its order.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const std::string& term_list_path);

/// How often each participant said each word of a word table.
ParticipantTable participant_table(Project& project, const Filter& filter,
                                   const WordTableOptions& options);

}  // namespace themata::study
