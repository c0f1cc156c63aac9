#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace themata::cli {

class Context;

/// Declares what makes `freq` a table with further columns or other rows: `--by`, `--per`,
/// `--ngram`.
std::vector<Option> with_freq_column_options(std::vector<Option> options);

/// True if the plain word table or term table will not do: one of those options was given, or a
/// stop list other than that of function words.
bool wants_freq_columns(const Arguments& arguments);

/// `freq` with these options. Throws `UsageError` for options that do not go together.
void run_freq_columns(Context& context, const Arguments& arguments);

}  // namespace themata::cli
