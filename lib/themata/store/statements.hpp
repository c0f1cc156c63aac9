#pragma once

#include <vector>

#include "themata/model/record.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Every statement, oldest first; of several on one topic the last counts.
std::vector<model::Statement> statements(Database& database);
void add_statement(Database& database, const model::Statement& statement);

}  // namespace themata::store
