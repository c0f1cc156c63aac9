#include "themata/drawing/module.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <dlfcn.h>

using namespace themata;
using namespace themata::drawing;

namespace {

template <class Function>
Function* loaded(const char* name) {
  void* const library = ::dlopen(THEMATA_DRAWING_MODULE, RTLD_NOW | RTLD_LOCAL);
  REQUIRE(library != nullptr);
  void* const found = ::dlsym(library, name);
  REQUIRE(found != nullptr);
  return reinterpret_cast<Function*>(found);
}

}  // namespace

TEST_CASE("The module says which version it is, and has the name that is looked for") {
  CHECK(std::string(loaded<TagFunction>(tag_function)()) == THEMATA_VERSION);
  CHECK(std::string(THEMATA_DRAWING_MODULE).ends_with(std::string("/") + module_file));
}

TEST_CASE("The module draws as the library does") {
  report::BarChart chart;
  chart.bars = {{"Safe", 35, "7"}};
  report::Figure figure;
  figure.chart = chart;
  std::ostringstream own;
  std::ostringstream through_module;
  std::string error;
  draw(figure, {report::FigureFormat::svg}, own);
  const auto draw_in_module = loaded<DrawFunction>(draw_function);
  const Drawn drawn = draw_in_module(figure, {report::FigureFormat::svg}, through_module, error);
  CHECK(error.empty());
  CHECK(drawn.without_glyph == 0);
  CHECK(through_module.str() == own.str());
}

TEST_CASE("What the module would throw it says in words") {
  std::ostringstream out;
  std::string error;
  loaded<DrawFunction>(draw_function)(report::Figure{}, {report::FigureFormat::pdf}, out, error);
  CHECK(error == "there is nothing to draw: the table has no rows");
  CHECK(out.str().empty());
}

TEST_CASE("The module draws diagrams and writes them for Graphviz") {
  report::Diagram diagram;
  diagram.nodes = {{"Safeness"}, {"Trust", "", 1}};
  diagram.links = {{0, 1}};
  std::ostringstream own;
  std::ostringstream through_module;
  std::string error;
  draw(diagram, {report::FigureFormat::svg}, own);
  loaded<DrawDiagramFunction>(draw_diagram_function)(diagram, {report::FigureFormat::svg},
                                                     through_module, error);
  CHECK(error.empty());
  CHECK(through_module.str() == own.str());
  std::ostringstream dot;
  loaded<WriteDotFunction>(write_dot_function)(diagram, dot, error);
  CHECK(error.empty());
  CHECK(dot.str().starts_with("digraph themes {"));
}
