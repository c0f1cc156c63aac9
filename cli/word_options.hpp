#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "themata/report/table.hpp"
#include "themata/study/word_statistics.hpp"

namespace themata::cli {

/// Declares `--stop` and `--stem`, which every table of words takes.
std::vector<Option> with_word_options(std::vector<Option> options);

/// What they say. Throws `UsageError` if "none" does not stand alone.
study::WordChoice word_choice(const Arguments& arguments);

/// What an option such as `--by` tells words apart by; `otherwise` if it is not given. Throws
/// `UsageError` for what is not among `allowed`.
study::Grouping grouping_from(const Arguments& arguments, const std::string& option,
                              study::Grouping::By otherwise,
                              const std::vector<study::Grouping::By>& allowed);
/// "participant", "attribute:NAME": how it is written.
std::string written(const study::Grouping& grouping);
/// The words a person may write for these: "participant, source or attribute:NAME".
std::string choice_of(const std::vector<study::Grouping::By>& allowed);

/// A measure as a cell: three decimals, or as many as `places` says.
report::Cell decimal(const std::optional<double>& value, int places = 3);

/// Columns of numbers named by the study. A name that another column has already gets a number
/// behind it, so that rows stay readable by their columns' names.
void add_named_columns(std::vector<report::Column>& columns, const std::vector<std::string>& names);

}  // namespace themata::cli
