#pragma once

#include <iosfwd>
#include <memory>
#include <vector>

#include "themata/report/diagram.hpp"
#include "themata/report/sheet.hpp"

namespace themata::drawing::detail {

/// Where a diagram's boxes are, in points, y growing downwards from the top.
struct DiagramPlaces {
  double width = 0;
  double height = 0;
  std::vector<report::Point> nodes;  ///< the middle of each
};

inline constexpr double between_ranks = 16;  ///< of a tree's columns, in points
inline constexpr double between_boxes = 4;   ///< of a column

/// A diagram as a graph of Graphviz' library.
class DiagramGraph {
 public:
  /// `sizes` are those of the nodes, in points. Both must outlive the graph.
  DiagramGraph(const report::Diagram& diagram, const std::vector<report::Size>& sizes);
  ~DiagramGraph();
  DiagramGraph(const DiagramGraph&) = delete;
  DiagramGraph& operator=(const DiagramGraph&) = delete;

  /// Has Graphviz find the places: a tree by ranks from the left (Gansner, Koutsofios, North and
  /// Vo, 1993), a map by springs (Kamada and Kawai, 1989). Throws `Error` if it cannot.
  [[nodiscard]] DiagramPlaces lay_out();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace themata::drawing::detail
