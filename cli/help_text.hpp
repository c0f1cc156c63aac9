#pragma once

#include <iosfwd>
#include <string>

#include "cli/command.hpp"

namespace themata::cli {

/// "themata source rename SOURCE NEW-NAME [options]"
std::string usage_line(const Command& command);
/// "-p, --project FILE"
std::string option_heading(const Option& option);
/// The option's help with the values it takes.
std::string option_help(const Option& option);

/// What `--help` prints for a command, and what `themata help` prints for all of them.
void write_command_help(const Command& command, std::ostream& out);
void write_overview(std::ostream& out);
/// What it prints for a group such as `source`: all its commands.
void write_group_help(const std::string& group, std::ostream& out);

}  // namespace themata::cli
