#include "themata/drawing/detail/paint.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <ostream>
#include <string>
#include <string_view>

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "themata/drawing/detail/png_resolution.hpp"
#include "themata/drawing/detail/tiff.hpp"
#include "themata/error.hpp"

namespace themata::drawing::detail {

namespace {

using report::FigureFormat;
using report::Sheet;

constexpr double points_per_inch = 72;
constexpr double most_dots = 16000;  ///< of the side of a picture made of dots

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

bool is_of_dots(FigureFormat format) {
  return format == FigureFormat::png || format == FigureFormat::tiff;
}

double resolution_of(const Sheet& sheet, double dots_per_inch) {
  const double inches = std::max(sheet.width, sheet.height) / points_per_inch;
  return std::min(dots_per_inch, most_dots / inches);
}

int whole(double dots) { return static_cast<int>(std::lround(dots)); }

Owned<cairo_surface_t> surface_for(const Sheet& sheet, const report::Picture& picture,
                                   std::string& bytes) {
  if (is_of_dots(picture.format)) {
    const double scale = resolution_of(sheet, picture.dots_per_inch) / points_per_inch;
    Owned<cairo_surface_t> surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, whole(sheet.width * scale), whole(sheet.height * scale)));
    cairo_surface_set_device_scale(surface.get(), scale, scale);
    return surface;
  }
  if (picture.format == FigureFormat::pdf) {
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

void set_color(cairo_t* cairo, const report::Color& color) {
  cairo_set_source_rgb(cairo, color.red, color.green, color.blue);
}

void draw_curve(const Sheet::Curve& curve, cairo_t* cairo) {
  if (curve.points.empty()) return;
  const double dash = 3;
  set_color(cairo, curve.color);
  cairo_set_line_width(cairo, curve.thickness);
  cairo_set_dash(cairo, &dash, curve.dashed ? 1 : 0, 0);
  cairo_move_to(cairo, curve.points[0].x, curve.points[0].y);
  for (std::size_t i = 1; i + 2 < curve.points.size(); i += 3) {
    cairo_curve_to(cairo, curve.points[i].x, curve.points[i].y, curve.points[i + 1].x,
                   curve.points[i + 1].y, curve.points[i + 2].x, curve.points[i + 2].y);
  }
  cairo_stroke(cairo);
  cairo_set_dash(cairo, nullptr, 0, 0);
}

void draw_card(const Sheet::Card& card, cairo_t* cairo) {
  constexpr double quarter = std::numbers::pi / 2;
  const double right = card.x + card.width;
  const double bottom = card.y + card.height;
  const double radius = card.radius;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right - radius, card.y + radius, radius, -quarter, 0);
  cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter);
  cairo_arc(cairo, card.x + radius, bottom - radius, radius, quarter, 2 * quarter);
  cairo_arc(cairo, card.x + radius, card.y + radius, radius, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo);
  set_color(cairo, card.fill);
  cairo_fill_preserve(cairo);
  set_color(cairo, card.border);
  cairo_set_line_width(cairo, card.thickness);
  cairo_stroke(cairo);
}

Drawn draw(const Sheet& sheet, const PangoText& text, cairo_surface_t* surface) {
  const Owned<cairo_t> cairo(cairo_create(surface));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  draw_shapes(sheet, cairo.get());
  for (const Sheet::Curve& curve : sheet.curves) draw_curve(curve, cairo.get());
  for (const Sheet::Card& card : sheet.cards) draw_card(card, cairo.get());
  Drawn drawn;
  for (const Sheet::Text& one : sheet.texts) drawn.without_glyph += text.draw(one, cairo.get());
  cairo_show_page(cairo.get());
  if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) fail(status);
  return drawn;
}

}  // namespace

Drawn paint(const Sheet& sheet, const PangoText& text, const report::Picture& picture,
            std::ostream& out) {
  std::string bytes;
  const Owned<cairo_surface_t> surface = surface_for(sheet, picture, bytes);
  if (picture.format == FigureFormat::pdf) {
    // The time of drawing would make each file another.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
  }
  const Drawn drawn = draw(sheet, text, surface.get());
  const double resolution = resolution_of(sheet, picture.dots_per_inch);
  if (picture.format == FigureFormat::png) {
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS) fail(status);
    bytes = with_resolution(std::move(bytes), resolution);
  } else if (picture.format == FigureFormat::tiff) {
    bytes = tiff_of(surface.get(), resolution);
  }
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
    fail(status);
  }
  if (picture.format == FigureFormat::svg) take_out_surface_number(bytes);
  out << bytes;
  return drawn;
}

}  // namespace themata::drawing::detail
