#include "themata/study/backup.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/backup.hpp"

namespace themata::study {

namespace {

/// 2026-11-26T10:45:00Z as a part of a file's name: without colons, which not every system takes.
std::string as_file_name(std::string time) {
  std::erase(time, ':');
  return time;
}

/// The first defect of a copy, if it has one.
std::optional<std::string> first_defect(const std::filesystem::path& copy,
                                        const store::VerifySinks& sinks) {
  std::optional<std::string> found;
  store::VerifySinks noting = sinks;
  noting.defect = [&](const store::Defect& defect) {
    if (!found) found = defect.what;
  };
  store::Database database = store::Database::open(copy, store::Database::Access::read);
  store::verify(database, noting);
  return found;
}

}  // namespace

MadeBackup back_up(Project& project, const std::optional<std::filesystem::path>& to,
                   const std::function<void(std::size_t done, std::size_t total)>& progress) {
  const std::filesystem::path study = project.database().path();
  const std::filesystem::path path =
      to ? *to : store::free_backup_path(study, as_file_name(project.now()));
  store::back_up(project.database(), path);
  const auto defect = first_defect(path, {{}, progress});
  if (!defect) return {path, std::filesystem::file_size(path)};
  throw StoreError(fmt::format(
      "{}: the study was copied, but it is not whole ({}), so neither is the copy, which was kept; "
      "\"themata verify\" says what to do",
      path.string(), *defect));
}

}  // namespace themata::study
