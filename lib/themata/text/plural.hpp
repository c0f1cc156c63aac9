#pragma once

#include <cstddef>
#include <string>

namespace themata::text {

/// "1 theme", "2 themes": a number of what takes an s when there are several.
inline std::string plural(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

}  // namespace themata::text
