#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/study_info.hpp"
#include "themata/store/database.hpp"

namespace themata::study {

/// What a study takes from the world outside it. Handed in, so that sessions can be repeated to
/// the byte.
struct Environment {
  std::function<std::string()> now;       ///< ISO 8601, UTC, whole seconds
  std::function<std::string()> new_guid;  ///< a fresh lower-case GUID, 8-4-4-4-12
  std::string coder;                      ///< who works
  bool new_coder = false;                 ///< the coder insists on the name (`--new-coder`)
  /// Takes what a person should know though nothing failed; one sentence at a time.
  std::function<void(const std::string&)> notice;
  std::string why = {};  ///< the reason for the command that is given; may be empty
};

/// An open study and who works on it: what every use case takes.
class Project {
 public:
  using Access = store::Database::Access;

  /// Makes the file; see `store::Database::create` for errors. `info.guid` is filled in.
  static Project create(const std::filesystem::path& path, model::StudyInfo info,
                        Environment environment);
  static Project open(const std::filesystem::path& path, Access access, Environment environment);
  /// The study as it stands, in memory: what is done to the copy is not done to the file.
  [[nodiscard]] Project copy_in_memory();

  [[nodiscard]] store::Database& database() { return database_; }
  [[nodiscard]] const Environment& environment() const { return environment_; }
  [[nodiscard]] std::string now() const { return environment_.now(); }
  [[nodiscard]] std::string new_guid() const { return environment_.new_guid(); }
  void notice(const std::string& message) const {
    if (environment_.notice) environment_.notice(message);
  }

 private:
  Project(store::Database database, Environment environment)
      : database_(std::move(database)), environment_(std::move(environment)) {}

  store::Database database_;
  Environment environment_;
};

model::StudyInfo study_info(Project& project);
/// Changes title, approach and language. Returns false if all were so already.
bool set_study_info(Project& project, const model::StudyInfo& info);

/// Who has worked on the study, in order of appearance.
std::vector<std::string> coder_names(Project& project);

}  // namespace themata::study
