#include "themata/ingest/detail/odt_styles.hpp"

#include <vector>

#include "themata/ingest/detail/style_names.hpp"
#include "themata/ingest/detail/xml.hpp"

namespace themata::ingest::detail {

namespace {

/// The key of a family's default, which no style's name can be.
constexpr std::string_view default_name = "\n";

std::optional<bool> is_bold(std::string_view weight) {
  if (weight.empty()) return std::nullopt;
  return weight == "bold" || (weight.size() == 3 && weight >= "600");
}

std::optional<bool> is_hidden(std::string_view display) {
  if (display.empty()) return std::nullopt;
  return display == "none";
}

}  // namespace

std::string OdtStyles::key_of(Family family, std::string_view name) {
  return (family == Family::paragraph ? "p" : "t") + std::string{name};
}

void OdtStyles::add_style(pugi::xml_node node) {
  const std::string_view family_name = attribute(node, "style:family");
  if (family_name != "paragraph" && family_name != "text") return;
  const Family family = family_name == "text" ? Family::text : Family::paragraph;
  const bool is_default = is_element(node, "style:default-style");
  const std::string_view name = attribute(node, "style:name");
  const std::string_view shown_name = attribute(node, "style:display-name");
  const std::string_view parent = attribute(node, "style:parent-style-name");
  const pugi::xml_node properties = node.child("style:text-properties");

  Entry entry;
  entry.style.bold = is_bold(attribute(properties, "fo:font-weight"));
  entry.style.hidden = is_hidden(attribute(properties, "text:display"));
  entry.style.is_speaker = names_speaker_style(name) || names_speaker_style(shown_name);
  entry.style.is_heading = names_heading_style(name) || names_heading_style(shown_name);
  if (!is_default) entry.parent = key_of(family, parent.empty() ? default_name : parent);
  styles_.insert_or_assign(key_of(family, is_default ? default_name : name), std::move(entry));
}

void OdtStyles::add(pugi::xml_node root) {
  for (const char* const group : {"office:styles", "office:automatic-styles"}) {
    for (const pugi::xml_node node : root.child(group).children()) {
      if (is_element(node, "style:style") || is_element(node, "style:default-style")) {
        add_style(node);
      }
    }
  }
}

void OdtStyles::resolve() {
  for (auto& [key, first] : styles_) {
    // Up to the first one that is finished; a circle ends where it began.
    std::vector<Entry*> chain;
    Entry* at = &first;
    while (!at->is_resolved) {
      at->is_resolved = true;
      chain.push_back(at);
      const auto parent = styles_.find(at->parent);
      if (parent == styles_.end()) break;
      at = &parent->second;
    }
    for (auto one = chain.rbegin(); one != chain.rend(); ++one) {
      const auto parent = styles_.find((*one)->parent);
      if (parent == styles_.end()) continue;
      Style& mine = (*one)->style;
      const Style& base = parent->second.style;
      if (!mine.bold) mine.bold = base.bold;
      if (!mine.hidden) mine.hidden = base.hidden;
      mine.is_speaker |= base.is_speaker;
      mine.is_heading |= base.is_heading;
    }
  }
}

const OdtStyles::Style& OdtStyles::style(Family family, std::string_view name) const {
  static const Style none;
  auto found = styles_.find(key_of(family, name));
  if (found == styles_.end()) found = styles_.find(key_of(family, default_name));
  return found == styles_.end() ? none : found->second.style;
}

}  // namespace themata::ingest::detail
