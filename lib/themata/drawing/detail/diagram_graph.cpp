#include "themata/drawing/detail/diagram_graph.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <gvc.h>

#include "themata/drawing/draw.hpp"
#include "themata/error.hpp"

namespace themata::drawing::detail {

namespace {

using report::Color;
using report::Diagram;

constexpr double points_per_inch = 72;

/// A number as Graphviz reads it, whatever the locale.
std::string number(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << value;
  return out.str();
}

/// Graphviz' functions take their texts as they can be changed, and do not change them.
char* changeable(const std::string& text) { return const_cast<char*>(text.c_str()); }

void set(void* thing, const char* name, const std::string& value) {
  agsafeset(thing, changeable(name), changeable(value), changeable(""));
}

std::string written(const Color& color) {
  std::ostringstream out;
  out << '#' << std::hex;
  for (const double part : {color.red, color.green, color.blue}) {
    const int level = static_cast<int>(part * 255 + 0.5);
    out << (level < 16 ? "0" : "") << level;
  }
  return out.str();
}

/// A text as a label, where a backslash begins what stands for something else.
std::string as_label(const std::string& text) {
  std::string label;
  for (const char c : text) {
    if (c == '\\') label += '\\';
    label += c == '\n' ? "\\n" : std::string(1, c);
  }
  return label;
}

Agraph_t* open_graph(const Diagram& diagram) {
  Agraph_t* graph = agopen(changeable("themes"), Agdirected, nullptr);
  const bool is_tree = diagram.form == Diagram::Form::tree;
  set(graph, "rankdir", "LR");
  if (is_tree) {
    set(graph, "ordering", "out");
  } else {
    set(graph, "layout", "neato");
    set(graph, "overlap", "prism");
    set(graph, "splines", "line");
    set(graph, "sep", "+6");
  }
  return graph;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

std::string name_of(std::size_t node) { return "n" + std::to_string(node + 1); }

/// The first of the nodes above a node, which stand before it.
std::size_t first_above(const Diagram& diagram, std::size_t node) {
  while (diagram.nodes[node].level > 0) --node;
  return node;
}

/// What holds boxes together: wholes and their parts, and the wholes whose parts share something.
std::set<std::pair<std::size_t, std::size_t>> springs_of(const Diagram& diagram) {
  std::set<std::pair<std::size_t, std::size_t>> springs;
  for (const Diagram::Link& link : diagram.links) {
    if (link.kind == Diagram::Link::Kind::part) {
      springs.emplace(link.from, link.to);
    } else {
      const std::size_t from = first_above(diagram, link.from);
      const std::size_t to = first_above(diagram, link.to);
      if (from != to) springs.emplace(std::minmax(from, to));
    }
  }
  return springs;
}

int ignore_message(char* /*message*/) { return 0; }

/// Graphviz with the layouts that it finds on the machine, made once: it never gives up all that it
/// holds.
GVC_t* the_context() {
  static GVC_t* const context = gvContext();
  return context;
}

}  // namespace

struct DiagramGraph::State {
  const Diagram& diagram;
  GVC_t* context = the_context();
  Agraph_t* graph = nullptr;
  bool is_laid_out = false;
  std::vector<Agnode_t*> nodes;

  explicit State(const Diagram& shown) : diagram(shown) {}

  /// A node before all of the first rank, which keeps them in their order.
  void add_root() {
    Agnode_t* root = agnode(graph, changeable("root"), 1);
    set(root, "label", "");
    set(root, "fixedsize", "true");
    set(root, "width", "0.01");
    set(root, "height", "0.01");
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (diagram.nodes[i].level == 0) agedge(graph, root, nodes[i], nullptr, 1);
    }
  }

  ~State() {
    if (is_laid_out) gvFreeLayout(context, graph);
    if (graph != nullptr) agclose(graph);
  }
};

DiagramGraph::DiagramGraph(const Diagram& diagram, const std::vector<report::Size>& sizes)
    : state_(std::make_unique<State>(diagram)) {
  agseterrf(ignore_message);  // what it cannot do, it returns
  state_->graph = open_graph(diagram);
  const bool is_tree = diagram.form == Diagram::Form::tree;
  set(state_->graph, "ranksep", number(between_ranks / points_per_inch));
  set(state_->graph, "nodesep", number(between_boxes / points_per_inch));
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    Agnode_t* node = agnode(state_->graph, changeable(name_of(i)), 1);
    set(node, "shape", "box");
    set(node, "label", "");
    set(node, "fixedsize", "true");
    set(node, "width", number(sizes[i].width / points_per_inch));
    set(node, "height", number(sizes[i].height / points_per_inch));
    state_->nodes.push_back(node);
  }
  for (const auto& [from, to] : springs_of(diagram)) {
    agedge(state_->graph, state_->nodes[from], state_->nodes[to], nullptr, 1);
  }
  if (is_tree) state_->add_root();
}

DiagramGraph::~DiagramGraph() = default;

DiagramPlaces DiagramGraph::lay_out() {
  const bool is_tree = state_->diagram.form == Diagram::Form::tree;
  if (gvLayout(state_->context, state_->graph, is_tree ? "dot" : "neato") != 0) {
    throw Error("the diagram cannot be laid out: Graphviz' layouts are missing; install libgvc6");
  }
  state_->is_laid_out = true;
  // of the nodes there are to be seen
  boxf box = GD_bb(state_->graph);
  if (is_tree) {
    box.LL.x = box.UR.x;
    for (Agnode_t* node : state_->nodes) {
      box.LL.x = std::min(box.LL.x, ND_coord(node).x - ND_width(node) * points_per_inch / 2);
    }
  }
  const auto place = [&](const pointf& point) {
    return report::Point{point.x - box.LL.x, box.UR.y - point.y};
  };
  DiagramPlaces places{box.UR.x - box.LL.x, box.UR.y - box.LL.y, {}};
  for (Agnode_t* node : state_->nodes) places.nodes.push_back(place(ND_coord(node)));
  return places;
}

}  // namespace themata::drawing::detail

namespace themata::drawing {

void write_dot(const report::Diagram& diagram, std::ostream& out) {
  using namespace detail;
  const std::unique_ptr<Agraph_t, CloseGraph> graph(open_graph(diagram));
  std::vector<Agnode_t*> nodes;
  for (const report::Diagram::Node& one : diagram.nodes) {
    Agnode_t* node = agnode(graph.get(), changeable(name_of(nodes.size())), 1);
    std::string label = one.label;
    if (!one.small_print.empty()) label += "\n" + one.small_print;
    set(node, "label", as_label(label));
    set(node, "shape", "box");
    set(node, "style", "filled,rounded");
    set(node, "fillcolor", written(fill_color(one)));
    set(node, "color", written(border_color(one)));
    nodes.push_back(node);
  }
  for (const report::Diagram::Link& link : diagram.links) {
    Agedge_t* edge = agedge(graph.get(), nodes[link.from], nodes[link.to], nullptr, 1);
    set(edge, "arrowhead", "none");
    if (link.kind != report::Diagram::Link::Kind::shared) continue;
    set(edge, "style", "dashed");
    set(edge, "label", std::to_string(link.weight));
    set(edge, "constraint", "false");
  }
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* file = ::open_memstream(&bytes, &size);
  if (file == nullptr) throw Error("the diagram cannot be written: there is no memory");
  agwrite(graph.get(), file);
  std::fclose(file);
  out.write(bytes, static_cast<std::streamsize>(size));
  std::free(bytes);
}

}  // namespace themata::drawing
