#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "themata/store/verify.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

struct MadeBackup {
  std::filesystem::path path;
  std::uintmax_t bytes = 0;
};

/// Copies the study, while others may go on working, to a new file (one beside the study that names
/// the time, if none is named), opens the copy and verifies it. Throws `Conflict` if the file
/// exists, `StoreError` if it cannot be written, or if the study is not whole (the copy is kept
/// then).
MadeBackup back_up(Project& project, const std::optional<std::filesystem::path>& to,
                   const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace themata::study
