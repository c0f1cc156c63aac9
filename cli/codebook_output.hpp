#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace themata::cli {

/// As files of other programs are to name this one.
std::string program_and_version();

/// Writes the codebook in the format that the file's extension says: `.qdc`, `.xml`, or a table.
void write_codebook(Context& context, const std::string& path);

/// Prints sentences on what other programs will not see, if there are any.
void print_losses(Context& context, const std::vector<std::string>& losses);

/// ".qdpx" of "Study.QDPX": in small letters.
std::string extension_of(const std::string& path);

}  // namespace themata::cli
