#pragma once

#include <string>

namespace themata::report::detail {

/// Takes the spaces off the end of `line`.
inline void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace themata::report::detail
