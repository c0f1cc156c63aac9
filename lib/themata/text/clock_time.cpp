#include "themata/text/clock_time.hpp"

#include <fmt/format.h>

namespace themata::text {

std::string clock_time(std::chrono::milliseconds time) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace themata::text
