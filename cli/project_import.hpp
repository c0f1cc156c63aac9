#pragma once

#include "cli/arguments.hpp"
#include "cli/context.hpp"

namespace themata::cli {

/// `import` of a project of another program: brings it in, and tells what came of it.
void run_project_import(Context& context, const Arguments& arguments);

/// True if the one path that is given is such a project.
bool is_project_import(const Arguments& arguments);

}  // namespace themata::cli
