#include "themata/drawing/draw.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <ostream>
#include <string>
#include <string_view>

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "themata/drawing/detail/pango_text.hpp"
#include "themata/drawing/detail/png_resolution.hpp"
#include "themata/error.hpp"
#include "themata/report/figure_layout.hpp"

namespace themata::drawing {

namespace {

using detail::Owned;
using detail::PangoText;
using report::FigureFormat;
using report::Sheet;

constexpr double points_per_inch = 72;
constexpr double dots_per_inch = 300;
constexpr double most_dots = 16000;  ///< of a PNG's side

[[noreturn]] void fail(cairo_status_t status) {
  throw Error(std::string("the picture cannot be drawn: ") + cairo_status_to_string(status));
}

/// Cairo's way to hand over what it writes.
cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  // An exception must not pass through Cairo's C code.
  try {
    static_cast<std::string*>(bytes)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::bad_alloc&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

double resolution_of(const Sheet& sheet) {
  const double inches = std::max(sheet.width, sheet.height) / points_per_inch;
  return std::min(dots_per_inch, most_dots / inches);
}

int whole(double dots) { return static_cast<int>(std::lround(dots)); }

Owned<cairo_surface_t> surface_for(const Sheet& sheet, FigureFormat format, std::string& bytes) {
  if (format == FigureFormat::png) {
    const double scale = resolution_of(sheet) / points_per_inch;
    Owned<cairo_surface_t> surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, whole(sheet.width * scale), whole(sheet.height * scale)));
    cairo_surface_set_device_scale(surface.get(), scale, scale);
    return surface;
  }
  if (format == FigureFormat::pdf) {
    return Owned<cairo_surface_t>(
        cairo_pdf_surface_create_for_stream(append, &bytes, sheet.width, sheet.height));
  }
  return Owned<cairo_surface_t>(
      cairo_svg_surface_create_for_stream(append, &bytes, sheet.width, sheet.height));
}

/// Cairo numbers the surfaces of a process, and writes the number on the drawing's outermost group,
/// where nothing refers to it.
void take_out_surface_number(std::string& svg) {
  constexpr std::string_view mark = " id=\"surface";
  const std::size_t begin = svg.find(mark);
  if (begin == std::string::npos) return;
  const std::size_t end = svg.find('"', begin + mark.size());
  if (end != std::string::npos) svg.erase(begin, end + 1 - begin);
}

void set_grey(cairo_t* cairo, report::Grey grey) { cairo_set_source_rgb(cairo, grey, grey, grey); }

void draw_shapes(const Sheet& sheet, cairo_t* cairo) {
  for (const Sheet::Line& line : sheet.lines) {
    set_grey(cairo, line.grey);
    cairo_set_line_width(cairo, line.thickness);
    cairo_move_to(cairo, line.x1, line.y1);
    cairo_line_to(cairo, line.x2, line.y2);
    cairo_stroke(cairo);
  }
  for (const Sheet::Box& box : sheet.boxes) {
    set_grey(cairo, box.grey);
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    cairo_fill(cairo);
  }
  for (const Sheet::Dot& dot : sheet.dots) {
    set_grey(cairo, dot.grey);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, dot.x, dot.y, dot.radius, 0, 2 * std::numbers::pi);
    cairo_fill(cairo);
  }
}

Drawn draw(const Sheet& sheet, const PangoText& text, cairo_surface_t* surface) {
  const Owned<cairo_t> cairo(cairo_create(surface));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  draw_shapes(sheet, cairo.get());
  Drawn drawn;
  for (const Sheet::Text& one : sheet.texts) drawn.without_glyph += text.draw(one, cairo.get());
  cairo_show_page(cairo.get());
  if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) fail(status);
  return drawn;
}

}  // namespace

Drawn draw(const report::Figure& figure, FigureFormat format, std::ostream& out) {
  const PangoText text;
  const Sheet sheet = report::lay_out(figure, text);
  std::string bytes;
  const Owned<cairo_surface_t> surface = surface_for(sheet, format, bytes);
  if (format == FigureFormat::pdf) {
    // The time of drawing would make each file another.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
  }
  const Drawn drawn = draw(sheet, text, surface.get());
  if (format == FigureFormat::png) {
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS) fail(status);
    bytes = detail::with_resolution(std::move(bytes), resolution_of(sheet));
  }
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
    fail(status);
  }
  if (format == FigureFormat::svg) take_out_surface_number(bytes);
  out << bytes;
  return drawn;
}

}  // namespace themata::drawing
