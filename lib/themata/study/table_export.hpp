#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "themata/study/project.hpp"

namespace themata::study {

/// Writes all of the study but its history as CSV tables into a new folder, and `dictionary.csv`,
/// which says what each column of each table means: for an archive. Returns the number of tables.
/// The folder is there whole or not at all. Throws `InputError` if it exists and is not empty,
/// `Error` if it cannot be written.
std::size_t export_tables(Project& project, const std::filesystem::path& folder,
                          const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace themata::study
