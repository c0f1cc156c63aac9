#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "themata/model/memo.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// All memos, oldest first.
std::vector<model::Memo> memos(Database& database);
/// `memo.id` and `memo.created` are ignored. `created` is ISO 8601 UTC.
model::MemoId add_memo(Database& database, const model::Memo& memo, const std::string& created);
/// Moves the memos on a source's turns to where `turn_now` says that each turn is in the text now;
/// those for whose turn it gives an empty range are removed.
void move_memos_on_turns(Database& database, model::SourceId source,
                         const std::function<text::TextRange(text::TextRange)>& turn_now);
/// Hangs all memos on one thing onto another of the same kind.
void move_memos(Database& database, model::MemoTarget target, std::int64_t from, std::int64_t to);
void remove_memo(Database& database, model::MemoId id);
void rewrite_memo(Database& database, model::MemoId id, const std::string& text);
/// Removes all memos on one thing.
void remove_memos(Database& database, model::MemoTarget target, std::int64_t target_id);

}  // namespace themata::store
