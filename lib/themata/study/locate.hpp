#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace themata::study {

/// The study that a command means: `chosen` (an option or a variable) if given, else the only
/// `*.themata` file in `folder` or the nearest parent that has one. Throws `NotFound` if there is
/// none, `Conflict` if a folder has several.
std::filesystem::path locate_study(const std::optional<std::string>& chosen,
                                   const std::filesystem::path& folder);

}  // namespace themata::study
