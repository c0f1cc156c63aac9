#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace themata::cli {

/// Says whose files are not kept any more, if there are any.
void print_originals(const Context& context, const std::vector<std::string>& sources);

/// Ends what a command says that takes something out of a study for good.
void print_end(const Context& context, study::Project& project, bool dry_run,
               const std::vector<std::string>& backups);

}  // namespace themata::cli
