#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.hpp"
#include "themata/study/import.hpp"
#include "themata/study/project.hpp"

namespace themata::test {

/// A study file in a folder of its own. Its clock stands still, its GUIDs count, and its notices
/// are kept, so that the same commands make the same file.
class TemporaryStudy {
 public:
  explicit TemporaryStudy(const std::string& coder = "Ada")
      : project_(study::Project::create(
            file(), {"", "Letters home", model::Approach::reflexive, "en"}, environment(coder))) {}
  /// A copy of another study's file, in the hands of Ada. Its GUIDs go on from a million.
  struct Copy {
    std::string bytes;
  };
  explicit TemporaryStudy(const Copy& copy)
      : guids_(1'000'000),
        project_(study::Project::open(folder_.write("study.themata", copy.bytes),
                                      study::Project::Access::write, environment("Ada"))) {}

  [[nodiscard]] study::Project& project() { return project_; }
  /// The same study in the hands of another person.
  [[nodiscard]] study::Project as(const std::string& coder, bool new_coder = false) {
    return study::Project::open(file(), study::Project::Access::write,
                                environment(coder, new_coder));
  }

  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "study.themata"; }
  [[nodiscard]] std::string bytes() const { return bytes_of(file()); }
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }

  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    return folder_.write(name, bytes);
  }

  /// Writes a transcript and imports it as `request` says.
  study::ImportReport import(const std::string& name, const std::string& text,
                             study::ImportRequest request = {}) {
    request.paths.push_back(write(name, text));
    return study::import_sources(project_, request);
  }

  /// What the clock of every study here says.
  static constexpr const char* now = "2024-05-03T10:00:00Z";

 private:
  study::Environment environment(const std::string& coder, bool new_coder = false) {
    return {[] { return std::string(now); }, [this] { return next_guid(); }, coder, new_coder,
            [this](const std::string& message) { notices_.push_back(message); }};
  }

  std::string next_guid() {
    std::string guid(36, '\0');
    std::snprintf(guid.data(), guid.size() + 1, "00000000-0000-4000-8000-%012zx", ++guids_);
    return guid;
  }

  TemporaryFolder folder_;
  std::size_t guids_ = 0;
  std::vector<std::string> notices_;
  study::Project project_;
};

}  // namespace themata::test
