#include "themata/study/project.hpp"

#include "themata/store/coders.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/edit.hpp"

namespace themata::study {

Project Project::create(const std::filesystem::path& path, model::StudyInfo info,
                        Environment environment) {
  info.guid = environment.new_guid();
  store::Database database = store::Database::create(path, info, environment.now());
  return {std::move(database), std::move(environment)};
}

Project Project::open(const std::filesystem::path& path, Access access, Environment environment) {
  return {store::Database::open(path, access), std::move(environment)};
}

model::StudyInfo study_info(Project& project) { return store::study_info(project.database()); }

bool set_study_info(Project& project, const model::StudyInfo& info) {
  Edit edit(project, "study set");
  store::set_study_info(project.database(), info);
  return edit.commit("title, approach or language");
}

std::vector<std::string> coder_names(Project& project) {
  std::vector<std::string> names;
  for (const model::Coder& coder : store::coders(project.database())) names.push_back(coder.name);
  return names;
}

}  // namespace themata::study
