#pragma once

#include "themata/analysis/grouping.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// A grouping with the attribute by the study's name of it; by a detail of sources where no
/// attribute has the name, but a detail does. Throws `NotFound` for a name that neither has.
analysis::Grouping grouping_meant(Project& project, analysis::Grouping grouping);

}  // namespace themata::study::detail
