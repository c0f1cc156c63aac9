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

/// Runs the scripts that `connection` has not seen yet and makes the views. The caller holds the
/// transaction.
void upgrade(Connection& connection, std::span<const char* const> scripts);

/// Brings an older study up to the schema that `scripts` end with, after a backup beside it.
void migrate(Connection& connection, std::span<const char* const> scripts);

}  // namespace themata::store
