#pragma once

#include <iosfwd>
#include <string>

#include "themata/drawing/draw.hpp"

namespace themata::drawing {

/// The drawing as a module that a program loads when it draws: Cairo and Pango bring dozens of
/// libraries, which every start would wait for if they were linked. A module is only good for the
/// program that was built with it, which therefore compares its tag first.
inline constexpr const char* module_file = "themata-drawing.so";

/// `extern "C"`: what this module was built as.
using TagFunction = const char*();
inline constexpr const char* tag_function = "themata_drawing_tag";

/// `extern "C"`: `draw`, with the message of what it would throw in `error`, empty if all went
/// well.
using DrawFunction = Drawn(const report::Figure& figure, const report::Picture& picture,
                           std::ostream& out, std::string& error);
inline constexpr const char* draw_function = "themata_drawing_draw";
using DrawDiagramFunction = Drawn(const report::Diagram& diagram, const report::Picture& picture,
                                  std::ostream& out, std::string& error);
inline constexpr const char* draw_diagram_function = "themata_drawing_draw_diagram";
/// `extern "C"`: `write_dot`, in the same way.
using WriteDotFunction = void(const report::Diagram& diagram, std::ostream& out,
                              std::string& error);
inline constexpr const char* write_dot_function = "themata_drawing_write_dot";

}  // namespace themata::drawing
