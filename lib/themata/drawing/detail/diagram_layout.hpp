#pragma once

#include "themata/report/diagram.hpp"
#include "themata/report/sheet.hpp"

namespace themata::drawing::detail {

/// Lays a diagram out on a sheet of its width: wraps the texts of its nodes, has Graphviz find
/// their places, and puts boxes, lines and texts there. A map that is wider than the page is made
/// smaller as a whole. Throws `InputError` if there are no nodes, or more than a page can show.
report::Sheet lay_out(const report::Diagram& diagram, const report::TextMeasure& measure);

inline constexpr std::size_t most_nodes = 400;

}  // namespace themata::drawing::detail
