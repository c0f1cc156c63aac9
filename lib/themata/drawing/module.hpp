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
using DrawFunction = Drawn(const report::Figure& figure, report::FigureFormat format,
                           std::ostream& out, std::string& error);
inline constexpr const char* draw_function = "themata_drawing_draw";

}  // namespace themata::drawing
