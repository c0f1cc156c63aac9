#include "themata/report/theme_diagram.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/report/detail/figure_label.hpp"
#include "themata/text/plural.hpp"

namespace themata::report {

namespace {

using model::ThemeTree;

/// "#RRGGBB" as a color; nothing for anything else.
std::optional<Color> color_of(const std::string& written) {
  if (written.size() != 7 || written[0] != '#') return std::nullopt;
  const auto part = [&](std::size_t at) {
    return std::stoi(written.substr(at, 2), nullptr, 16) / 255.0;
  };
  return Color{part(1), part(3), part(5)};
}

/// Makes nodes of a tree, from the top down.
class NodeMaker {
 public:
  NodeMaker(const ThemeDiagramOptions& options, Diagram& diagram)
      : options_(options), diagram_(diagram) {}

  void add(const ThemeTree& tree) {
    for (const ThemeTree::Theme& theme : tree.themes) {
      add(theme, 0, std::nullopt, std::nullopt);
      ++branch_;
    }
  }

  [[nodiscard]] std::optional<std::size_t> place_of(const std::string& guid) const {
    const auto found = places_.find(guid);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void add(const ThemeTree::Theme& theme, std::size_t level, std::optional<std::size_t> above,
           std::optional<Color> inherited) {
    const std::optional<Color> own = color_of(theme.color);
    const std::optional<Color> color = own ? own : inherited;
    const std::size_t place =
        add_node(theme.name, counts(theme.participants, theme.excerpts), level, above, color);
    places_.emplace(theme.guid, place);
    if (options_.codes) {
      for (const ThemeTree::Code& code : theme.codes) {
        const std::optional<Color> of_code = color_of(code.color);
        add_node(code.name, counts(code.participants, code.excerpts), level + 1, place,
                 of_code ? of_code : color);
      }
    }
    if (level + 1 >= options_.depth) return;
    for (const ThemeTree::Theme& below : theme.subthemes) add(below, level + 1, place, color);
  }

  std::size_t add_node(const std::string& name, std::string small_print, std::size_t level,
                       std::optional<std::size_t> above, std::optional<Color> color) {
    diagram_.nodes.push_back(
        {detail::figure_label(name), std::move(small_print), level, branch_, color});
    const std::size_t place = diagram_.nodes.size() - 1;
    if (above) diagram_.links.push_back({*above, place});
    return place;
  }

  [[nodiscard]] std::string counts(std::size_t participants, std::size_t excerpts) const {
    if (!options_.counts) return {};
    return text::plural(participants, "participant") + ", " + text::plural(excerpts, "excerpt");
  }

  const ThemeDiagramOptions& options_;
  Diagram& diagram_;
  std::size_t branch_ = 0;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

Diagram theme_tree_diagram(const ThemeTree& tree, const ThemeDiagramOptions& options) {
  Diagram diagram;
  NodeMaker(options, diagram).add(tree);
  return diagram;
}

Diagram thematic_map(const ThemeTree& tree, const std::vector<ThemeLink>& links,
                     const ThemeDiagramOptions& options) {
  Diagram diagram;
  diagram.form = Diagram::Form::map;
  NodeMaker maker(options, diagram);
  maker.add(tree);
  std::vector<ThemeLink> strongest = links;
  std::stable_sort(strongest.begin(), strongest.end(),
                   [](const ThemeLink& a, const ThemeLink& b) { return a.excerpts > b.excerpts; });
  if (strongest.size() > most_links) {
    diagram.note = fmt::format("Of {} pairs of themes that share excerpts, the {} that share most.",
                               strongest.size(), most_links);
    strongest.resize(most_links);
  }
  for (const ThemeLink& link : strongest) {
    const auto first = maker.place_of(link.first);
    const auto second = maker.place_of(link.second);
    if (!first || !second || link.excerpts == 0) continue;
    diagram.links.push_back({*first, *second, Diagram::Link::Kind::shared, link.excerpts});
  }
  return diagram;
}

}  // namespace themata::report
