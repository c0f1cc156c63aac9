#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "themata/study/filter.hpp"

namespace themata::cli {

/// Declares the filters that every analysis shares, for codings; with `for_words` also `--speech`.
std::vector<Option> with_filter_options(std::vector<Option> options, bool for_words);

/// Those of them that say whose words count, and where; not which codings.
std::vector<Option> with_speech_filter_options(std::vector<Option> options);

/// The filters that were given.
study::Filter filter_from(const Arguments& arguments);
study::Filter speech_filter_from(const Arguments& arguments);

}  // namespace themata::cli
