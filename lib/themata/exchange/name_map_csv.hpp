#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::exchange {

/// A real name and what is to stand in its place.
struct NameMapRow {
  std::size_t line = 0;
  std::string real;
  std::string pseudonym;
};

struct NameMap {
  std::vector<NameMapRow> rows;
  /// The first line, if it is not the heading `real,pseudonym` and was taken for one.
  std::string other_heading;
};

/// Reads a table of names: the columns `real` and `pseudonym`, or else the first two. Throws
/// `InputError` with file and line for a file with a single column, for an empty cell, for a
/// name that no letter or digit is in, and for a pseudonym that cannot be a name.
NameMap read_name_map(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
