#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "themata/text/offsets.hpp"

namespace themata::cli {

/// `A:B`, code points, end exclusive. Throws `UsageError`.
text::CodePointRange parse_range(const std::string& word);
/// `A-B` or `A`: turns from 1, both ends included. Throws `UsageError`.
std::pair<std::size_t, std::size_t> parse_turns(const std::string& word);
/// A date or time, or its beginning: `2026`, `2026-11`, `2026-11-26`, `2026-11-26T08:30`, ...; the
/// word as it is. `option` is named in the `UsageError` for what is none.
std::string parse_moment(const std::string& option, const std::string& word);

}  // namespace themata::cli
