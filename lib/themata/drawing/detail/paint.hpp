#pragma once

#include <iosfwd>

#include "themata/drawing/detail/pango_text.hpp"
#include "themata/drawing/draw.hpp"
#include "themata/report/sheet.hpp"

namespace themata::drawing::detail {

/// Puts a sheet into a file; see `drawing::draw`.
Drawn paint(const report::Sheet& sheet, const PangoText& text, const report::Picture& picture,
            std::ostream& out);

}  // namespace themata::drawing::detail
