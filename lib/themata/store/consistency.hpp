#pragma once

#include <string>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// What of the study's rows contradicts itself though SQLite finds each row well: names that two
/// things have, notes on what is not there, one coding twice, references to nothing. One clause
/// each.
std::vector<std::string> inconsistencies(Database& database);

}  // namespace themata::store
