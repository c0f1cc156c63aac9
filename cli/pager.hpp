#pragma once

#include <string>

namespace themata::cli {

/// Shows text on the terminal a screen at a time: in `$THEMATA_PAGER`, `$PAGER` or less; as it is
/// where standard input or output is no terminal, where that variable is empty or "cat", and where
/// the pager cannot be started. less keeps no record of what is searched for.
void show_in_pager(const std::string& text);

}  // namespace themata::cli
