#pragma once

#include <string>

#include "themata/study/project.hpp"

namespace themata::study {

/// Notes that the coder has read a source through, or gone again through all excerpts of a theme,
/// now; the phases tell from it who read what when. Returns the name in full. Throws `NotFound`.
std::string mark_source_read(Project& project, const std::string& source);
std::string mark_theme_read(Project& project, const std::string& theme);

}  // namespace themata::study
