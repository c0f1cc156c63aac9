#pragma once

#include <cstdint>
#include <span>

#include "themata/store/database.hpp"

namespace themata::store {

/// What marks an SQLite file as a study ("Them").
inline constexpr std::int32_t study_application_id = 0x5468656d;

/// The numbered scripts: the n-th takes an empty or older database from schema n - 1 to n.
std::span<const char* const> schema_scripts();
/// Makes the views; they are dropped and made anew whenever the schema changes.
const char* schema_views();

/// The number of the schema that the file has; 0 while it is being made.
std::int64_t schema_of(Connection& connection);

/// Runs the scripts that `connection` has not seen yet and makes the views. The caller holds the
/// transaction.
void upgrade(Connection& connection, std::span<const char* const> scripts);

/// Brings an older study up to the schema that `scripts` end with, after a backup beside it. A
/// study that another program has brought there, or beyond, in the meantime is left alone. Throws
/// `StoreError` if the backup or the migration fails; then the study is as it was.
void migrate(Connection& connection, std::span<const char* const> scripts);

}  // namespace themata::store
