#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "themata/analysis/kwic.hpp"

namespace themata::analysis {

/// What lines of keywords are ordered by: the study's order; the words before, from the keyword
/// leftwards; the keyword and the words after it; who says it.
enum class KwicOrder { source, left, right, participant };
std::optional<KwicOrder> parse_kwic_order(std::string_view word);

/// Puts lines in order, comparing folded words; equal ones keep their order.
void sort_kwic(std::vector<KwicLine>& lines, KwicOrder order);

}  // namespace themata::analysis
