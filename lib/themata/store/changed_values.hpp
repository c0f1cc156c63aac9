#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "themata/store/database.hpp"

namespace themata::store {

/// One value that a command set, changed or took away.
struct ChangedValue {
  std::string noun;    ///< the table: "coding", "code", ...
  std::string id;      ///< the row's key
  std::string change;  ///< "added", "changed" or "removed"
  std::string field;   ///< the column, without "_id"
  std::string before;  ///< what refers to another row is told by that row's name, if it is there
  std::string after;
};

/// Hands over every value that a row of the history recorded, GUIDs and orders aside.
void each_changed_value(Database& database, std::int64_t change,
                        const std::function<void(const ChangedValue&)>& sink);

}  // namespace themata::store
