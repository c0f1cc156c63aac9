#pragma once

#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Everyone who has changed the study, in order of appearance.
std::vector<model::Coder> coders(Database& database);
model::CoderId add_coder(Database& database, const std::string& name, const std::string& guid);

}  // namespace themata::store
