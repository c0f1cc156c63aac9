#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// Copies the study as it stands to a new file, which the same people may read, while others may go
/// on working on it. Throws `Conflict` if the file exists, `StoreError` if it cannot be written;
/// then nothing is left behind.
void back_up(Database& study, const std::filesystem::path& to);

/// A name beside the study that no file has: `STUDY.themata.WORD.backup`, numbered on if need be.
std::filesystem::path free_backup_path(const std::filesystem::path& study, const std::string& word);

/// The backups that Themata has made beside a study, in order of their names.
std::vector<std::filesystem::path> backups_of(const std::filesystem::path& study);

}  // namespace themata::store
