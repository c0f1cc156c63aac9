#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace themata::cli {

/// "1 theme", "2 themes".
std::string plural(std::size_t number, const std::string& noun);

/// Writes a line of a card, "title         A year of a swimming group"; the name alone if there is
/// no value.
void print_field(const std::string& name, const std::string& value, std::ostream& out);

}  // namespace themata::cli
