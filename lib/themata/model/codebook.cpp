#include "themata/model/codebook.hpp"

#include <cassert>
#include <unordered_set>
#include <utility>

namespace themata::model {

namespace {

/// Where each theme of `themes` stands in the list, and which of them stand under which.
struct Tree {
  std::vector<std::size_t> top_level;
  std::vector<std::vector<std::size_t>> children;
};

Tree tree_of(const std::vector<Theme>& themes) {
  std::unordered_map<ThemeId, std::size_t> index;
  for (std::size_t i = 0; i < themes.size(); ++i) index.emplace(themes[i].id, i);
  Tree tree;
  tree.children.resize(themes.size());
  for (std::size_t i = 0; i < themes.size(); ++i) {
    const auto& parent = themes[i].parent;
    (parent ? tree.children[index.at(*parent)] : tree.top_level).push_back(i);
  }
  return tree;
}

/// A theme's place in the list it was given in, and its number in the tree.
struct Placed {
  std::size_t index;
  std::string number;
};

/// The themes from the top down, each followed by what lies below it.
std::vector<Placed> in_tree_order(const Tree& tree) {
  std::vector<Placed> waiting;  // a stack, the next on top
  const auto push_siblings = [&](const std::vector<std::size_t>& siblings,
                                 const std::string& over) {
    for (std::size_t place = siblings.size(); place > 0; --place) {
      waiting.push_back({siblings[place - 1], over + std::to_string(place)});
    }
  };
  std::vector<Placed> placed;
  push_siblings(tree.top_level, "");
  while (!waiting.empty()) {
    placed.push_back(std::move(waiting.back()));
    waiting.pop_back();
    push_siblings(tree.children[placed.back().index], placed.back().number + ".");
  }
  return placed;
}

}  // namespace

Codebook::Codebook(std::vector<Code> codes, std::vector<Theme> themes,
                   std::vector<CodeInTheme> links)
    : codes_(std::move(codes)),
      subthemes_(themes.size()),
      codes_of_(themes.size()),
      themes_of_(codes_.size()) {
  for (std::size_t i = 0; i < codes_.size(); ++i) code_index_.emplace(codes_[i].id, i);

  for (Placed& placed : in_tree_order(tree_of(themes))) {
    Theme& theme = themes[placed.index];
    theme_index_.emplace(theme.id, themes_.size());
    (theme.parent ? subthemes_[theme_index_.at(*theme.parent)] : top_level_).push_back(theme.id);
    numbers_.push_back(std::move(placed.number));
    themes_.push_back(std::move(theme));
  }
  assert(themes_.size() == themes.size() && "the themes form a cycle");

  for (const CodeInTheme& link : links) {
    codes_of_[theme_index_.at(link.theme)].push_back(link.code);
  }
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    for (const CodeId code : codes_of_[i]) {
      themes_of_[code_index_.at(code)].push_back(themes_[i].id);
    }
  }
}

const Code& Codebook::code(CodeId id) const { return codes_[code_index_.at(id)]; }

const Theme& Codebook::theme(ThemeId id) const { return themes_[theme_index_.at(id)]; }

const std::vector<ThemeId>& Codebook::subthemes(ThemeId id) const {
  return subthemes_[theme_index_.at(id)];
}

const std::vector<CodeId>& Codebook::codes_of(ThemeId id) const {
  return codes_of_[theme_index_.at(id)];
}

const std::vector<ThemeId>& Codebook::themes_of(CodeId id) const {
  return themes_of_[code_index_.at(id)];
}

std::vector<ThemeId> Codebook::top_level() const { return top_level_; }

std::vector<ThemeId> Codebook::with_subthemes(ThemeId id) const {
  // Themes stand in tree order: what lies below follows at once, under a longer number.
  const std::size_t first = theme_index_.at(id);
  const std::string below = numbers_[first] + ".";
  std::vector<ThemeId> found{id};
  for (std::size_t i = first + 1; i < themes_.size() && numbers_[i].starts_with(below); ++i) {
    found.push_back(themes_[i].id);
  }
  return found;
}

std::vector<CodeId> Codebook::codes_below(ThemeId id) const {
  std::vector<CodeId> found;
  std::unordered_set<CodeId> seen;
  for (const ThemeId theme : with_subthemes(id)) {
    for (const CodeId code : codes_of(theme)) {
      if (seen.insert(code).second) found.push_back(code);
    }
  }
  return found;
}

const std::string& Codebook::number(ThemeId id) const { return numbers_[theme_index_.at(id)]; }

std::string Codebook::path(ThemeId id) const {
  std::vector<const Theme*> upwards{&theme(id)};
  while (upwards.back()->parent) upwards.push_back(&theme(*upwards.back()->parent));
  std::string path;
  for (auto step = upwards.rbegin(); step != upwards.rend(); ++step) {
    if (!path.empty()) path += " / ";
    path += (*step)->name;
  }
  return path;
}

std::string Codebook::theme_paths(CodeId id) const {
  std::string paths;
  for (const ThemeId theme : themes_of(id)) {
    if (!paths.empty()) paths += "; ";
    paths += path(theme);
  }
  return paths;
}

std::size_t Codebook::depth(ThemeId id) const {
  std::size_t steps = 0;
  for (auto parent = theme(id).parent; parent; parent = theme(*parent).parent) ++steps;
  return steps;
}

}  // namespace themata::model
