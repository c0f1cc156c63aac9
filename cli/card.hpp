#pragma once

#include <string>

#include "cli/context.hpp"

namespace themata::cli {

/// Prints a line of a card, "title         A year of a swimming group"; the name alone if there is
/// no value.
void print_field(const Context& context, const std::string& name, const std::string& value);
void print_field(const Context& context, const std::string& name, std::size_t number);

}  // namespace themata::cli
