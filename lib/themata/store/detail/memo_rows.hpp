#pragma once

#include <cstdint>

#include "themata/model/memo.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Removes all memos on one thing.
void remove_memos_on(Database& database, model::MemoTarget target, std::int64_t target_id);

}  // namespace themata::store
