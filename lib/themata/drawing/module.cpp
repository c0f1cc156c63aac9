#include "themata/drawing/module.hpp"

#include <exception>

#define THEMATA_VISIBLE extern "C" __attribute__((visibility("default")))

THEMATA_VISIBLE const char* themata_drawing_tag() { return THEMATA_MODULE_TAG; }

THEMATA_VISIBLE themata::drawing::Drawn themata_drawing_draw(const themata::report::Figure& figure,
                                                             themata::report::FigureFormat format,
                                                             std::ostream& out,
                                                             std::string& error) {
  try {
    return themata::drawing::draw(figure, format, out);
  } catch (const std::exception& thrown) {
    error = thrown.what();
    return {};
  }
}
