#pragma once

#include <iosfwd>

namespace themata::cli {

/// A completion script for bash: commands, subcommands, their options, the options' choices,
/// and files where files are meant.
void write_bash_completion(std::ostream& out);

}  // namespace themata::cli
