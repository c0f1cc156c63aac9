#pragma once

#include <string_view>
#include <vector>

#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/document.hpp"

namespace themata::ingest::detail {

/// The turns of a table file, a row each. If its first row has titles that name the column of what
/// is said ("text", "transcript", ...) and one of speakers or one of times, the columns are those;
/// else `turns_of_table` finds them, and nothing but names, times and numbers may stand beside what
/// is said. Times are `h:mm:ss`, or numbers: milliseconds if the title says so or if in seconds
/// nobody would speak so slowly, else seconds. Empty if it is no such table.
std::vector<DocumentTurn> turns_of_sheet(std::string_view text, const std::vector<TableRow>& rows);

}  // namespace themata::ingest::detail
