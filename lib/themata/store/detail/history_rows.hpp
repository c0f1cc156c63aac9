#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "themata/store/change.hpp"
#include "themata/store/history.hpp"

namespace themata::store {

/// Adds a row to the history and gives its id. The caller holds the transaction.
std::int64_t add_history_row(Database& database, const ChangeInfo& info, ChangeKind kind,
                             const std::string& summary, std::string_view changeset);

}  // namespace themata::store
