#include "cli/card.hpp"

#include <fmt/format.h>

namespace themata::cli {

void print_field(const Context& context, const std::string& name, const std::string& value) {
  context.print((value.empty() ? name : fmt::format("{:<12}  {}", name, value)) + '\n');
}

void print_field(const Context& context, const std::string& name, std::size_t number) {
  print_field(context, name, std::to_string(number));
}

}  // namespace themata::cli
