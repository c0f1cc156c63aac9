#pragma once

#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Removes the participants who speak in no source and have no attribute: they exist only because
/// a label was once taken for a person, and would be counted in every n. Returns their names.
/// Belongs inside a change.
std::vector<std::string> remove_orphans(Project& project);

}  // namespace themata::study::detail
