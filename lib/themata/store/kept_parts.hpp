#pragma once

#include <vector>

#include "themata/model/portable_study.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// What the study keeps of projects of other programs, in the order in which it came.
std::vector<model::KeptPart> kept_parts(Database& database);
/// False if the study keeps one of that GUID and kind already. Throws `StoreError` for more than
/// `largest_source` bytes.
bool keep_part(Database& database, const model::KeptPart& part);
/// Returns how many there were. What they held stays in the file until it is purged.
std::size_t remove_kept_parts(Database& database);

}  // namespace themata::store
