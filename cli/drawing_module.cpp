#include "cli/drawing_module.hpp"

#include <filesystem>
#include <string>

#include "cli/module.hpp"
#include "themata/drawing/module.hpp"
#include "themata/error.hpp"

namespace themata::cli {

std::size_t draw_with_module(const report::Figure& figure, report::FigureFormat format,
                             std::ostream& out) {
  const Module module(drawing::module_file, "draws pictures", drawing::tag_function);
  const auto draw = module.function<drawing::DrawFunction>(drawing::draw_function);
  std::string error;
  const drawing::Drawn drawn = draw(figure, format, out, error);
  if (!error.empty()) throw Error(error);
  return drawn.without_glyph;
}

}  // namespace themata::cli
