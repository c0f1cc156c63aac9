#include "themata/study/project.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/purge.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/language_tag.hpp"

namespace themata::study {

namespace {

void check_language(const std::string& tag) {
  if (text::is_language_tag(tag)) return;
  throw InputError(
      fmt::format("\"{}\" is no language tag; write one such as en, de or pt-BR", tag));
}

/// What a change of a study's settings is called in the history.
std::string changes(const model::StudyInfo& before, const model::StudyInfo& after) {
  std::vector<std::string> changed;
  if (before.title != after.title) changed.push_back("title " + after.title);
  if (before.approach != after.approach) {
    changed.push_back(fmt::format("approach {}", model::to_string(after.approach)));
  }
  if (before.language != after.language) changed.push_back("language " + after.language);
  if (before.phase_names != after.phase_names) {
    changed.push_back(fmt::format("phase names of {}", model::to_string(after.phase_names)));
  }
  return fmt::format("{}", fmt::join(changed, ", "));
}

}  // namespace

Project Project::create(const std::filesystem::path& path, model::StudyInfo info,
                        Environment environment) {
  check_language(info.language);
  info.guid = environment.new_guid();
  store::Database database = store::Database::create(path, info, environment.now());
  return {std::move(database), std::move(environment)};
}

Project Project::open(const std::filesystem::path& path, Access access, Environment environment) {
  return {store::Database::open(path, access), std::move(environment)};
}

Project Project::copy_in_memory() { return {store::copy_in_memory(database_), environment_}; }

model::StudyInfo study_info(Project& project) { return store::study_info(project.database()); }

bool set_study_info(Project& project, const model::StudyInfo& info) {
  Edit edit(project, "study set");
  check_language(info.language);
  const model::StudyInfo before = study_info(project);
  store::set_study_info(project.database(), info);
  return edit.commit(changes(before, info));
}

std::vector<std::string> coder_names(Project& project) {
  std::vector<std::string> names;
  for (const model::Coder& coder : store::coders(project.database())) names.push_back(coder.name);
  return names;
}

}  // namespace themata::study
