#include "themata/store/study_info.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

model::StudyInfo study_info(Database& database) {
  Query query(database, "SELECT guid, title, approach, language, phase_names FROM study");
  if (!query.next()) throw_damaged(database.path(), "its title is missing");
  return {query.text(0), query.text(1), query.word<model::parse_approach>(2), query.text(3),
          query.word<model::parse_phase_names>(4)};
}

void set_study_info(Database& database, const model::StudyInfo& study) {
  Query(database, "UPDATE study SET title = ?1, approach = ?2, language = ?3, phase_names = ?4",
        study.title, model::to_string(study.approach), study.language,
        model::to_string(study.phase_names))
      .run();
}

}  // namespace themata::store
