#include "themata/drawing/detail/pango_text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace themata::drawing::detail {

namespace {

using report::Sheet;
using report::TextStyle;

constexpr const char* family = "DejaVu Sans";

/// Pango's left is where lines of the text's own direction begin.
PangoAlignment alignment_of(PangoLayout* layout, Sheet::Text::Align align) {
  if (align == Sheet::Text::Align::centre) return PANGO_ALIGN_CENTER;
  const bool from_the_right = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
  const bool right = align == Sheet::Text::Align::right;
  return right != from_the_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/// What of the text's width lies before its x.
double share_before(Sheet::Text::Align align) {
  switch (align) {
    case Sheet::Text::Align::left:
      return 0;
    case Sheet::Text::Align::centre:
      return 0.5;
    case Sheet::Text::Align::right:
      return 1;
  }
  return 0;
}

}  // namespace

PangoText::PangoText()
    : fonts_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(fonts_.get())) {
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
  pango_context_set_language(context_.get(), pango_language_from_string("en"));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
}

Owned<PangoLayout> PangoText::layout_of(const std::string& text, const TextStyle& style) const {
  Owned<PangoLayout> layout(pango_layout_new(context_.get()));
  const Owned<PangoFontDescription> font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), family);
  pango_font_description_set_size(font.get(), pango_units_from_double(style.size));
  if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  if (style.wrap_width > 0) {
    pango_layout_set_width(layout.get(),
                           static_cast<int>(std::ceil(style.wrap_width * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    if (style.most_lines > 0) {
      pango_layout_set_height(layout.get(), -style.most_lines);
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
  }
  return layout;
}

report::Size PangoText::size_of(const std::string& text, const TextStyle& style) const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_of(text, style).get(), nullptr, &logical);
  return {pango_units_to_double(logical.width), pango_units_to_double(logical.height)};
}

std::size_t PangoText::draw(const Sheet::Text& text, cairo_t* cairo) const {
  const Owned<PangoLayout> layout = layout_of(text.text, text.style);
  pango_layout_set_alignment(layout.get(), alignment_of(layout.get(), text.align));
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  const double width = pango_units_to_double(logical.width);
  const double left = -share_before(text.align) * width - pango_units_to_double(logical.x);
  cairo_save(cairo);
  cairo_translate(cairo, text.x, text.y);
  if (text.upwards) cairo_rotate(cairo, -std::numbers::pi / 2);
  cairo_move_to(cairo, left, -pango_units_to_double(logical.height) / 2);
  cairo_set_source_rgb(cairo, text.grey, text.grey, text.grey);
  pango_cairo_show_layout(cairo, layout.get());
  cairo_restore(cairo);
  return static_cast<std::size_t>(std::max(0, pango_layout_get_unknown_glyphs_count(layout.get())));
}

}  // namespace themata::drawing::detail
