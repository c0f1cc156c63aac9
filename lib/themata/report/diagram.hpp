#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/report/sheet.hpp"

namespace themata::report {

/// Boxes with text and lines between them, as plain values; where they are is for the drawing to
/// find out.
struct Diagram {
  struct Node {
    std::string label;                ///< without line breaks; wrapped
    std::string small_print = {};     ///< below it, smaller; empty: nothing
    std::size_t level = 0;            ///< 0: of the first rank; ranks are columns of a tree
    std::size_t branch = 0;           ///< which of the first rank it belongs to, from 0
    std::optional<Color> color = {};  ///< as chosen by a person; else by its branch
  };
  struct Link {
    enum class Kind { part, shared };  ///< of a whole and its part; of two that share something
    std::size_t from = 0;              ///< places of nodes
    std::size_t to = 0;
    Kind kind = Kind::part;
    std::size_t weight = 1;  ///< of a shared one: how much
  };
  /// A tree stands in columns from the left; a map lies wherever there is room.
  enum class Form { tree, map };
  Form form = Form::tree;
  std::vector<Node> nodes;
  std::vector<Link> links;
  std::string note;       ///< small, below; empty: none
  double width_mm = 120;  ///< of the page
};

/// The color of a node's box and of its border: its own, or that of its branch, the paler the
/// higher its level, so that black text on it can be read and levels differ in grey too.
Color fill_color(const Diagram::Node& node);
Color border_color(const Diagram::Node& node);

}  // namespace themata::report
