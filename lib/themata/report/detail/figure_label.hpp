#pragma once

#include <string>

namespace themata::report::detail {

/// A name as a picture's label: without what is no character, in one line, and no longer than a
/// picture could show.
std::string figure_label(const std::string& name);

}  // namespace themata::report::detail
