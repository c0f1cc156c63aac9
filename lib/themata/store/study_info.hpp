#pragma once

#include "themata/model/study_info.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

model::StudyInfo study_info(Database& database);
/// Sets title, approach and language (not the guid).
void set_study_info(Database& database, const model::StudyInfo& study);

}  // namespace themata::store
