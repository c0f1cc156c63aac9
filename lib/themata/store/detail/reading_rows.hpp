#pragma once

#include <cstdint>

#include "themata/model/record.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Removes what says that one thing was read.
void remove_readings_of(Database& database, model::ReadingTarget target, std::int64_t target_id);

}  // namespace themata::store
