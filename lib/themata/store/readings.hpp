#pragma once

#include <vector>

#include "themata/model/record.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Who has said when that a source, or a theme's excerpts, were read; oldest first.
std::vector<model::Reading> readings(Database& database);
void add_reading(Database& database, const model::Reading& reading);

}  // namespace themata::store
