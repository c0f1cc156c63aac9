#pragma once

#include <cstddef>
#include <memory>

#include <cairo.h>
#include <pango/pangocairo.h>

#include "themata/report/sheet.hpp"

namespace themata::drawing::detail {

/// Frees what Pango, GLib and Cairo give out.
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Unref>;

/// Texts shaped by Pango: in their own direction, with other fonts where DejaVu Sans lacks a glyph.
/// Sizes do not depend on what is drawn on: no hinting, metrics unrounded, 72 points an inch.
class PangoText : public report::TextMeasure {
 public:
  PangoText();

  [[nodiscard]] report::Size size_of(const std::string& text,
                                     const report::TextStyle& style) const override;
  /// Draws it; returns the number of characters without a glyph.
  std::size_t draw(const report::Sheet::Text& text, cairo_t* cairo) const;

 private:
  [[nodiscard]] Owned<PangoLayout> layout_of(const std::string& text,
                                             const report::TextStyle& style) const;

  Owned<PangoFontMap> fonts_;
  Owned<PangoContext> context_;
};

}  // namespace themata::drawing::detail
