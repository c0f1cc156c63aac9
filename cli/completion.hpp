#pragma once

#include <iosfwd>

namespace themata::cli {

/// A completion script for bash: commands, subcommands, their options and the options' choices.
void write_bash_completion(std::ostream& out);

}  // namespace themata::cli
