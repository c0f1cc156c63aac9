#pragma once

#include <chrono>
#include <string>

namespace themata::text {

/// A place in a recording, as people write it: "00:12:31", "100:00:00". Parts of a second are left
/// out.
std::string clock_time(std::chrono::milliseconds time);

}  // namespace themata::text
