#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::cli {

/// The value of an environment variable, unless it is unset or empty.
std::optional<std::string> environment_variable(const char* name);

/// The account's name, or "unknown".
std::string login_name();

/// The clock and the GUIDs of a real run: the system's. `$THEMATA_CLOCK` (an ISO 8601 time) and
/// `$THEMATA_GUID_SEED` (a number) fix them, so that a session can be repeated to the byte; the
/// GUIDs then follow from the seed and the command line, whose `words` are given.
std::function<std::string()> make_clock();
std::function<std::string()> make_guid_source(const std::vector<std::string>& words);

}  // namespace themata::cli
