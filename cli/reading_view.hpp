#pragma once

#include <string>
#include <vector>

#include "themata/report/reading_page.hpp"
#include "themata/study/reading.hpp"

namespace themata::cli {

/// A transcript as it is laid out for a terminal of so many columns: speakers and codes in colours
/// by the order in which they come up; a code's name with its coder where there are several.
std::vector<report::PageLine> laid_out(const std::vector<study::ReadTurn>& turns, bool with_codings,
                                       std::size_t width);

/// The lines as a terminal shows them, with colours or without; what the transcript holds that a
/// terminal would obey is made harmless. Without colours, hits of a search stand in braces.
std::string shown(const std::vector<report::PageLine>& lines, bool in_colour);

}  // namespace themata::cli
