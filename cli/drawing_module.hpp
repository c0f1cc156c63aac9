#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/report/figure.hpp"

namespace themata::cli {

/// Draws a figure with the module for it, which is loaded now and not when the program starts: it
/// is looked for at one place from the program's own folder. Returns the number of characters that
/// no font of this machine has. Throws `Error` if the module is missing or another version's, and
/// for what `drawing::draw` throws.
std::size_t draw_with_module(const report::Figure& figure, report::FigureFormat format,
                             std::ostream& out);

}  // namespace themata::cli
