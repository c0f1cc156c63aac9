#include "cli/drawing_module.hpp"

#include <string>

#include "cli/module.hpp"
#include "themata/drawing/module.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

Module drawing_module() {
  return Module(drawing::module_file, "draws pictures", drawing::tag_function);
}

void check(const std::string& error) {
  if (!error.empty()) throw Error(error);
}

}  // namespace

std::size_t draw_with_module(const report::Figure& figure, const report::Picture& picture,
                             std::ostream& out) {
  const auto draw = drawing_module().function<drawing::DrawFunction>(drawing::draw_function);
  std::string error;
  const drawing::Drawn drawn = draw(figure, picture, out, error);
  check(error);
  return drawn.without_glyph;
}

std::size_t draw_with_module(const report::Diagram& diagram, const report::Picture& picture,
                             std::ostream& out) {
  const auto draw =
      drawing_module().function<drawing::DrawDiagramFunction>(drawing::draw_diagram_function);
  std::string error;
  const drawing::Drawn drawn = draw(diagram, picture, out, error);
  check(error);
  return drawn.without_glyph;
}

void write_dot_with_module(const report::Diagram& diagram, std::ostream& out) {
  const auto write =
      drawing_module().function<drawing::WriteDotFunction>(drawing::write_dot_function);
  std::string error;
  write(diagram, out, error);
  check(error);
}

}  // namespace themata::cli
