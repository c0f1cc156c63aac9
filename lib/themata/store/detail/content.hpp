#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "themata/store/database.hpp"
#include "themata/store/sha256.hpp"

namespace themata::store {

/// The id of these bytes in the append-only content, where they are stored once. Throws
/// `StoreError` above `largest_source`.
std::int64_t store_content(Database& database, const Sha256& hash, std::string_view bytes);

/// Puts the bytes into `bytes`, whose memory is reused; never more than one copy is made.
void load_content(Database& database, std::int64_t id, std::string& bytes);

}  // namespace themata::store
