#include "themata/drawing/detail/diagram_layout.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "themata/drawing/detail/diagram_graph.hpp"
#include "themata/error.hpp"

namespace themata::drawing::detail {

namespace {

using report::Diagram;
using report::Sheet;
using report::Size;
using report::TextStyle;

constexpr double margin = 3;
constexpr double padding = 4;  ///< between a box and its text
constexpr double widest_box = 190;
constexpr double map_box = 96;  ///< the width of a map's boxes, the widest
constexpr double note_size = 7;
constexpr double corner = 3;
constexpr report::Color link_color{0.45, 0.45, 0.45};
constexpr double ink = 0.1;
constexpr int most_lines = 9;

double text_size(std::size_t level) { return level == 0 ? 8.5 : level == 1 ? 7.5 : 7; }

/// A node's texts and how large its box is.
struct Box {
  TextStyle label;
  TextStyle small_print;
  Size label_size;
  Size small_size;
  Size size;
};

Box box_of(const Diagram::Node& node, double width, bool shrinks,
           const report::TextMeasure& measure) {
  Box box;
  const double text_width = width - 2 * padding;
  box.label = {text_size(node.level), node.level == 0, text_width, most_lines};
  box.small_print = {6.5, false, text_width, 2};
  box.label_size = measure.size_of(node.label, box.label);
  if (!node.small_print.empty()) {
    box.small_size = measure.size_of(node.small_print, box.small_print);
  }
  const double needed = std::max(box.label_size.width, box.small_size.width);
  box.size = {shrinks ? needed + 2 * padding : width,
              box.label_size.height + box.small_size.height + 1.5 * padding};
  return box;
}

double box_width(const Diagram& diagram, double page) {
  if (diagram.form == Diagram::Form::map) return map_box;
  std::size_t ranks = 1;
  for (const Diagram::Node& node : diagram.nodes) ranks = std::max(ranks, node.level + 1);
  const auto count = static_cast<double>(ranks);
  return std::min(widest_box, (page - 2 * margin - (count - 1) * between_ranks) / count);
}

void put_node(const Diagram::Node& node, const Box& box, report::Point middle, Sheet& sheet) {
  sheet.cards.push_back({middle.x - box.size.width / 2, middle.y - box.size.height / 2,
                         box.size.width, box.size.height, corner, fill_color(node),
                         border_color(node), node.level == 0 ? 1.0 : 0.6});
  const double label_y = middle.y - box.small_size.height / 2;
  sheet.texts.push_back(
      {node.label, box.label, middle.x, label_y, Sheet::Text::Align::centre, false, ink});
  if (node.small_print.empty()) return;
  sheet.texts.push_back({node.small_print, box.small_print, middle.x,
                         middle.y + box.label_size.height / 2, Sheet::Text::Align::centre, false,
                         ink});
}

/// From the right side of a box to the left side of one that stands in the next column.
std::vector<report::Point> branch(report::Point from, Size from_size, report::Point to,
                                  Size to_size) {
  const report::Point begin{from.x + from_size.width / 2, from.y};
  const report::Point end{to.x - to_size.width / 2, to.y};
  const double half_way = (begin.x + end.x) / 2;
  return {begin, {half_way, begin.y}, {half_way, end.y}, end};
}

/// A straight line from the middle of one box to that of another; the boxes lie on it.
std::vector<report::Point> straight(report::Point from, report::Point to) {
  const auto at = [&](double share) {
    return report::Point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
  };
  return {from, at(1.0 / 3), at(2.0 / 3), to};
}

/// Puts lines between boxes; those that share something have their weight on them.
class LinkPlacer {
 public:
  explicit LinkPlacer(Sheet& sheet) : sheet_(sheet) {}

  void put_part(std::vector<report::Point> points) {
    sheet_.curves.push_back({std::move(points), 0.75, link_color, false});
  }

  /// `from` and `to` are the middles of boxes of these sizes.
  void put_shared(report::Point from, Size from_size, report::Point to, Size to_size,
                  std::size_t weight) {
    const double thickness = std::min(4.0, 0.7 + 0.5 * std::log2(static_cast<double>(weight)));
    sheet_.curves.push_back({straight(from, to), thickness, link_color, true});
    const double begin = share_inside(from, to, from_size);
    const double end = 1 - share_inside(from, to, to_size);
    put_weight(free_place(from, to, begin, end), weight);
  }

 private:
  static constexpr double label_side = 11;

  /// How much of a line from the middle of a box is inside it.
  static double share_inside(report::Point from, report::Point to, Size size) {
    const double across = std::abs(to.x - from.x);
    const double down = std::abs(to.y - from.y);
    return std::min(
        {0.5, across > 0 ? size.width / 2 / across : 0.5, down > 0 ? size.height / 2 / down : 0.5});
  }

  /// A place on the line, between these shares of it, where there is no label yet.
  [[nodiscard]] report::Point free_place(report::Point from, report::Point to, double begin,
                                         double end) const {
    const auto at = [&](double share) {
      const double place = begin + (end - begin) * share;
      return report::Point{from.x + (to.x - from.x) * place, from.y + (to.y - from.y) * place};
    };
    for (const double share : {0.5, 0.35, 0.65, 0.25, 0.75}) {
      const report::Point point = at(share);
      const bool is_free = std::none_of(labels_.begin(), labels_.end(), [&](report::Point other) {
        return std::hypot(other.x - point.x, other.y - point.y) < label_side;
      });
      if (is_free) return point;
    }
    return at(0.5);
  }

  void put_weight(report::Point middle, std::size_t weight) {
    labels_.push_back(middle);
    sheet_.cards.push_back({middle.x - label_side / 2,
                            middle.y - label_side / 2,
                            label_side,
                            label_side,
                            label_side / 2,
                            {1, 1, 1},
                            link_color,
                            0.5});
    sheet_.texts.push_back({std::to_string(weight),
                            {.size = 6},
                            middle.x,
                            middle.y,
                            Sheet::Text::Align::centre,
                            false,
                            ink});
  }

  Sheet& sheet_;
  std::vector<report::Point> labels_;
};

/// Makes everything on a sheet smaller by a factor.
void shrink(Sheet& sheet, double factor) {
  sheet.width *= factor;
  sheet.height *= factor;
  for (Sheet::Curve& curve : sheet.curves) {
    curve.thickness *= factor;
    for (report::Point& point : curve.points) point = {point.x * factor, point.y * factor};
  }
  for (Sheet::Card& card : sheet.cards) {
    for (double* length :
         {&card.x, &card.y, &card.width, &card.height, &card.radius, &card.thickness}) {
      *length *= factor;
    }
  }
  for (Sheet::Text& text : sheet.texts) {
    for (double* length : {&text.x, &text.y, &text.style.size, &text.style.wrap_width}) {
      *length *= factor;
    }
  }
}

void put_note(const std::string& note, const report::TextMeasure& measure, Sheet& sheet) {
  if (note.empty()) return;
  const TextStyle style{note_size, false, sheet.width - 2 * margin, 0};
  const double height = measure.size_of(note, style).height;
  sheet.texts.push_back(
      {note, style, margin, sheet.height + height / 2, Sheet::Text::Align::left, false, ink});
  sheet.height += height + margin;
}

}  // namespace

Sheet lay_out(const Diagram& diagram, const report::TextMeasure& measure) {
  if (diagram.nodes.empty()) throw InputError("there is nothing to draw: the study has no themes");
  if (diagram.nodes.size() > most_nodes) {
    throw InputError("a picture of " + std::to_string(diagram.nodes.size()) +
                     " boxes could not be read; " + std::to_string(most_nodes) +
                     " are the most: draw fewer levels, with --depth");
  }
  const double page = diagram.width_mm * report::points_per_mm;
  const bool is_map = diagram.form == Diagram::Form::map;
  std::vector<Box> boxes;
  std::vector<Size> sizes;
  for (const Diagram::Node& node : diagram.nodes) {
    boxes.push_back(box_of(node, box_width(diagram, page), is_map, measure));
    sizes.push_back(boxes.back().size);
  }
  const DiagramPlaces places = DiagramGraph(diagram, sizes).lay_out();
  Sheet sheet;
  sheet.width = is_map ? places.width + 2 * margin : page;
  sheet.height = places.height + 2 * margin;
  const double left = is_map ? margin : (page - places.width) / 2;
  const auto moved = [&](report::Point point) {
    return report::Point{point.x + left, point.y + margin};
  };
  LinkPlacer placer(sheet);
  for (const Diagram::Link& link : diagram.links) {
    const report::Point from = moved(places.nodes[link.from]);
    const report::Point to = moved(places.nodes[link.to]);
    const Size from_size = sizes[link.from];
    const Size to_size = sizes[link.to];
    if (link.kind == Diagram::Link::Kind::shared) {
      placer.put_shared(from, from_size, to, to_size, link.weight);
    } else {
      placer.put_part(is_map ? straight(from, to) : branch(from, from_size, to, to_size));
    }
  }
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    put_node(diagram.nodes[i], boxes[i], moved(places.nodes[i]), sheet);
  }
  if (sheet.width > page) shrink(sheet, page / sheet.width);
  put_note(diagram.note, measure, sheet);
  return sheet;
}

}  // namespace themata::drawing::detail
