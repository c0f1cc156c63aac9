#include "themata/drawing/module.hpp"

#include <exception>

#define THEMATA_VISIBLE extern "C" __attribute__((visibility("default")))

namespace {

namespace report = themata::report;
using themata::drawing::Drawn;

/// What `act` returns; what it throws is put into words.
template <class Act>
auto told(std::string& error, Act act) -> decltype(act()) {
  try {
    return act();
  } catch (const std::exception& thrown) {
    error = thrown.what();
    return decltype(act())();
  }
}

}  // namespace

THEMATA_VISIBLE const char* themata_drawing_tag() { return THEMATA_MODULE_TAG; }

THEMATA_VISIBLE Drawn themata_drawing_draw(const report::Figure& figure,
                                           const report::Picture& picture, std::ostream& out,
                                           std::string& error) {
  return told(error, [&] { return themata::drawing::draw(figure, picture, out); });
}

THEMATA_VISIBLE Drawn themata_drawing_draw_diagram(const report::Diagram& diagram,
                                                   const report::Picture& picture,
                                                   std::ostream& out, std::string& error) {
  return told(error, [&] { return themata::drawing::draw(diagram, picture, out); });
}

THEMATA_VISIBLE void themata_drawing_write_dot(const report::Diagram& diagram, std::ostream& out,
                                               std::string& error) {
  told(error, [&] { themata::drawing::write_dot(diagram, out); });
}
