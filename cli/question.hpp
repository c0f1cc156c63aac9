#pragma once

#include <string>

namespace themata::cli {

/// True if there is a person at a terminal who can be asked.
bool can_ask();

/// Asks a question on standard error that is answered by yes or no; what is neither, or the end of
/// the input, is no.
bool ask(const std::string& question);

}  // namespace themata::cli
