#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// What a command did to one row, as a changeset of SQLite's session extension tells it.
struct RowChange {
  enum class Kind { added, changed, removed };
  Kind kind = Kind::changed;
  std::string_view table;
  std::vector<bool> is_key;                        ///< for each column
  std::vector<std::optional<std::string>> before;  ///< empty: NULL, or not told
  std::vector<std::optional<std::string>> after;   ///< the same; of a changed row what changed
  std::vector<bool> told;  ///< of a changed row: the columns that changed, and the key
};

/// Hands over every row of a changeset. Throws `StoreError` (which `what` begins) if it is damaged.
void each_row(Connection& connection, std::string_view changeset, const std::string& what,
              const std::function<void(const RowChange&)>& sink);

enum class Direction { back, again };

/// Applies a changeset, or its inverse, to the rows as they are; all of it or nothing. Returns
/// false if the rows are not as the changeset expects them, or if something else refers to them.
bool apply_changeset(Connection& connection, std::string_view changeset, Direction direction);

}  // namespace themata::store
