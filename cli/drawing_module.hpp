#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/report/diagram.hpp"
#include "themata/report/figure.hpp"

namespace themata::cli {

/// Draws a figure with the module for it. Returns the number of characters that no font of this
/// machine has. Throws `Error` if the module is missing or another version's, and for what
/// `drawing::draw` throws.
std::size_t draw_with_module(const report::Figure& figure, const report::Picture& picture,
                             std::ostream& out);
std::size_t draw_with_module(const report::Diagram& diagram, const report::Picture& picture,
                             std::ostream& out);
/// The same for `drawing::write_dot`.
void write_dot_with_module(const report::Diagram& diagram, std::ostream& out);

}  // namespace themata::cli
