#include "themata/drawing/draw.hpp"

#include "themata/drawing/detail/diagram_layout.hpp"
#include "themata/drawing/detail/paint.hpp"
#include "themata/drawing/detail/pango_text.hpp"
#include "themata/report/figure_layout.hpp"

namespace themata::drawing {

Drawn draw(const report::Figure& figure, const report::Picture& picture, std::ostream& out) {
  const detail::PangoText text;
  return detail::paint(report::lay_out(figure, text), text, picture, out);
}

Drawn draw(const report::Diagram& diagram, const report::Picture& picture, std::ostream& out) {
  const detail::PangoText text;
  return detail::paint(detail::lay_out(diagram, text), text, picture, out);
}

}  // namespace themata::drawing
