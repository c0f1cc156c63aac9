#include "cli/wording.hpp"

#include <ostream>

#include <fmt/format.h>

namespace themata::cli {

std::string plural(std::size_t number, const std::string& noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

void print_field(const std::string& name, const std::string& value, std::ostream& out) {
  out << (value.empty() ? name : fmt::format("{:<12}  {}", name, value)) << '\n';
}

}  // namespace themata::cli
