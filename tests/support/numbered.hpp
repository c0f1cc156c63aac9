#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::test {

/// "P3": a name made of a beginning and a number.
inline std::string numbered(std::string_view beginning, std::size_t number) {
  std::string name(beginning);
  name += std::to_string(number);
  return name;
}

}  // namespace themata::test
