#pragma once

#include <string>
#include <vector>

namespace themata::cli {

/// The program: finds the command, runs it and returns the exit status: 0 success, 1 error,
/// 2 wrong usage. Nothing is thrown out of it. `words` are the command line without the program.
int run_program(const std::vector<std::string>& words);

}  // namespace themata::cli
