#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/report/diagram.hpp"
#include "themata/report/figure.hpp"

namespace themata::drawing {

struct Drawn {
  /// Characters of the figure's texts for which no font of this machine has a glyph; each is drawn
  /// as a box with its number.
  std::size_t without_glyph = 0;
};

/// Lays a figure out and writes it as SVG (letters as outlines), PDF (fonts embedded), PNG or TIFF
/// (fewer dots per inch than asked for where it would be higher or wider than 16,000 dots). The
/// same figure gives the same bytes with the same fonts and libraries. Throws as `report::lay_out`
/// does, and `Error` if the drawing fails; a failed stream is the caller's to notice.
Drawn draw(const report::Figure& figure, const report::Picture& picture, std::ostream& out);
/// The same for a diagram, which Graphviz lays out. Throws `InputError` if it has no nodes.
Drawn draw(const report::Diagram& diagram, const report::Picture& picture, std::ostream& out);
/// Writes a diagram in Graphviz' own language, for who wants to go on with it.
void write_dot(const report::Diagram& diagram, std::ostream& out);

}  // namespace themata::drawing
