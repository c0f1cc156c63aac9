#pragma once

#include <string>
#include <vector>

namespace themata::report {

/// Lengths are in points (1/72 inch) throughout; x grows to the right, y downwards.
inline constexpr double points_per_mm = 72.0 / 25.4;

/// 0 is black, 1 is white.
using Grey = double;

/// Red, green and blue, each from 0 to 1.
struct Color {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

struct Point {
  double x = 0, y = 0;
};

/// A text as it is to be set. Where `wrap_width` is above 0, it is broken into lines of at most
/// that width, in its script's own places, and its end is cut with an ellipsis after `most_lines`.
struct TextStyle {
  double size = 8.5;  ///< of the font
  bool bold = false;
  double wrap_width = 0;
  int most_lines = 3;
};

struct Size {
  double width = 0;
  double height = 0;
};

/// Knows how large a text is when it is set.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  [[nodiscard]] virtual Size size_of(const std::string& text, const TextStyle& style) const = 0;
};

/// A figure laid out: where everything is, and how large. Things are drawn in the order in which
/// they stand, lines first, texts last.
struct Sheet {
  struct Line {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double thickness = 0.5;
    Grey grey = 0;
  };
  struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    Grey grey = 0;
  };
  struct Dot {
    double x = 0, y = 0;  ///< its centre
    double radius = 0;
    Grey grey = 0;
  };
  /// A box with a border and round corners.
  struct Card {
    double x = 0, y = 0, width = 0, height = 0;
    double radius = 0;
    Color fill;
    Color border;
    double thickness = 0.75;
  };
  /// Bézier curves one behind the other: a beginning, and for each curve two handles and an end.
  struct Curve {
    std::vector<Point> points;
    double thickness = 0.75;
    Color color;
    bool dashed = false;
  };
  struct Text {
    enum class Align { left, centre, right };
    std::string text;
    TextStyle style;
    double x = 0;  ///< the edge (or the middle) that `align` names
    double y = 0;  ///< its middle
    Align align = Align::left;
    bool upwards = false;  ///< turned a quarter to the left about (x, y)
    Grey grey = 0;
  };

  double width = 0;
  double height = 0;
  std::vector<Line> lines;
  std::vector<Box> boxes;
  std::vector<Dot> dots;
  std::vector<Curve> curves;
  std::vector<Card> cards;
  std::vector<Text> texts;
};

}  // namespace themata::report
