#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/exchange/detail/theme_levels.hpp"
#include "themata/exchange/detail/xml_document.hpp"
#include "themata/exchange/theme_tree_xml.hpp"
#include "themata/model/names.hpp"

namespace themata::exchange {

namespace {

using detail::child_text;
using model::PortableLabel;

/// Reads a theme tree.
class TreeReader {
 public:
  explicit TreeReader(std::string file) : file_(std::move(file)) {}

  void read(pugi::xml_node over, std::optional<std::size_t> parent, std::size_t level) {
    if (level > detail::most_theme_levels) {
      throw InputError(file_, fmt::format("has themes on more than {} levels, and a study holds no "
                                          "more",
                                          detail::most_theme_levels));
    }
    for (const pugi::xml_node node : over.children()) {
      if (detail::is_element(node, "theme")) read_theme(node, parent, level);
      if (detail::is_element(node, "code")) read_code(node, parent);
    }
  }

  [[nodiscard]] model::PortableCodebook take() { return std::move(codebook_); }

 private:
  void read_theme(pugi::xml_node node, std::optional<std::size_t> parent, std::size_t level) {
    const std::size_t index = codebook_.themes.size();
    PortableLabel label = label_of(node, "theme");
    label.idea = child_text(node, "centralIdea");
    if (!label.guid.empty() && !themes_.emplace(label.guid, index).second) {
      throw InputError(file_, fmt::format("two themes have the id {}", label.guid));
    }
    codebook_.themes.push_back({std::move(label), parent, {}});
    read(node, index, level + 1);
  }

  /// A code stands under each of its themes, with the same id, or, where there is none, name.
  void read_code(pugi::xml_node node, std::optional<std::size_t> theme) {
    PortableLabel label = label_of(node, "code");
    const std::string& key = label.guid.empty() ? label.name : label.guid;
    const auto [found, is_new] = codes_.emplace(key, codebook_.codes.size());
    if (is_new) {
      codebook_.codes.push_back(std::move(label));
    } else if (codebook_.codes[found->second].name != label.name) {
      throw InputError(file_, fmt::format("the codes \"{}\" and \"{}\" have one id ({})",
                                          codebook_.codes[found->second].name, label.name, key));
    }
    if (theme) codebook_.themes[*theme].codes.push_back(found->second);
  }

  [[nodiscard]] PortableLabel label_of(pugi::xml_node node, const char* noun) const {
    PortableLabel label;
    label.guid = detail::attribute(node, "id");
    try {
      label.name = model::checked_name(noun, detail::attribute(node, "name"));
    } catch (const InputError& error) {
      throw InputError(file_, error.what());
    }
    label.definition = child_text(node, "definition");
    label.includes = child_text(node, "include");
    label.excludes = child_text(node, "exclude");
    label.example = child_text(node, "example");
    label.color = read_color(detail::attribute(node, "color")).value_or("");
    return label;
  }

  std::string file_;
  model::PortableCodebook codebook_;
  std::unordered_map<std::string, std::size_t> themes_;
  std::unordered_map<std::string, std::size_t> codes_;
};

}  // namespace

model::PortableCodebook read_theme_tree_xml(const std::string& name, std::string bytes) {
  const detail::XmlDocument document(name, std::move(bytes));
  const pugi::xml_node root = document.root();
  if (!detail::is_element(root, "themeTree") ||
      !detail::name_space(root).starts_with("urn:themata:theme-tree")) {
    throw InputError(name, fmt::format("is no theme tree: its root element is <{}>, not "
                                       "<themeTree> of urn:themata:theme-tree:1",
                                       root.name()));
  }
  TreeReader reader(name);
  reader.read(root, std::nullopt, 1);
  return reader.take();
}

}  // namespace themata::exchange
