#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "themata/model/memo.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// All memos, oldest first.
std::vector<model::Memo> memos(Database& database);
/// `memo.id` and `memo.created` are ignored. `created` is ISO 8601 UTC.
model::MemoId add_memo(Database& database, const model::Memo& memo, const std::string& created);
/// Removes all memos on one thing.
void remove_memos(Database& database, model::MemoTarget target, std::int64_t target_id);

}  // namespace themata::store
