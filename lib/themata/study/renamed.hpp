#pragma once

#include <string>

namespace themata::study {

/// What something was called, and what it is called now: the name as it is stored, white space
/// at its ends taken off.
struct Renamed {
  std::string before;
  std::string now;
};

}  // namespace themata::study
