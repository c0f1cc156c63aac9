#pragma once

#include <iosfwd>
#include <string>

#include "cli/command.hpp"

namespace themata::cli {

/// "themata-source-rename", the name of a command's man page.
std::string man_page_name(const Command& command);
/// The man page of a command, and the one of the program, in the man macros of roff.
void write_man_page(const Command& command, std::ostream& out);
void write_program_man_page(std::ostream& out);

}  // namespace themata::cli
