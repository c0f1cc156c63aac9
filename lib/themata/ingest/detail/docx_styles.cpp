#include "themata/ingest/detail/docx_styles.hpp"

#include <vector>

#include "themata/ingest/detail/style_names.hpp"
#include "themata/ingest/detail/xml.hpp"

namespace themata::ingest::detail {

namespace {

/// A property that is on if it is there, unless its value says otherwise.
std::optional<bool> toggle(pugi::xml_node properties, const char* name) {
  const pugi::xml_node node = properties.child(name);
  if (!node) return std::nullopt;
  const std::string_view value = attribute(node, "w:val");
  return value != "0" && value != "false" && value != "off";
}

bool combined(std::optional<bool> own, std::optional<bool> character, std::optional<bool> paragraph,
              std::optional<bool> by_default) {
  if (own) return *own;
  return by_default.value_or(false) || character.value_or(false) != paragraph.value_or(false);
}

/// A style as the file has it, before it takes from the one it is based on.
struct RawStyle {
  DocxStyles::Style style;
  std::string base;
};

RawStyle raw_style(pugi::xml_node node) {
  RawStyle raw;
  const std::string_view name = attribute(node.child("w:name"), "w:val");
  raw.style.run = RunProperties::of(node.child("w:rPr"));
  raw.style.is_speaker = names_speaker_style(name);
  raw.style.is_heading = names_heading_style(name);
  raw.base = attribute(node.child("w:basedOn"), "w:val");
  return raw;
}

}  // namespace

RunProperties RunProperties::of(pugi::xml_node properties) {
  RunProperties result;
  if (!properties) return result;
  result.bold = toggle(properties, "w:b");
  result.complex_bold = toggle(properties, "w:bCs");
  result.hidden = toggle(properties, "w:vanish");
  result.complex = toggle(properties, "w:rtl");
  if (!result.complex) result.complex = toggle(properties, "w:cs");
  return result;
}

void RunProperties::inherit(const RunProperties& base) {
  const auto fill = [](std::optional<bool>& mine, const std::optional<bool>& theirs) {
    if (!mine) mine = theirs;
  };
  fill(bold, base.bold);
  fill(complex_bold, base.complex_bold);
  fill(hidden, base.hidden);
  fill(complex, base.complex);
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
  defaults_ = RunProperties::of(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"));
  std::unordered_map<std::string, RawStyle> raw;
  std::vector<std::string> order;
  for (const pugi::xml_node node : styles.children("w:style")) {
    std::string id{attribute(node, "w:styleId")};
    const std::string_view is_default = attribute(node, "w:default");
    if (attribute(node, "w:type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_paragraph_ = id;
    }
    raw.try_emplace(id, raw_style(node));
    order.push_back(std::move(id));
  }
  for (const std::string& id : order) {
    // Up to the first style that is finished; a circle ends where it began.
    std::vector<const std::string*> chain;
    const std::string* at = &id;
    for (auto found = raw.find(*at); found != raw.end() && !styles_.contains(*at);
         found = raw.find(*at)) {
      styles_.emplace(*at, found->second.style);
      chain.push_back(at);
      at = &found->second.base;
    }
    for (auto one = chain.rbegin(); one != chain.rend(); ++one) {
      Style& mine = styles_.at(**one);
      const Style& base = style(raw.at(**one).base);
      mine.run.inherit(base.run);
      mine.is_speaker |= base.is_speaker;
      mine.is_heading |= base.is_heading;
    }
  }
}

const DocxStyles::Style& DocxStyles::style(std::string_view id) const {
  static const Style none;
  const auto found = styles_.find(std::string{id});
  return found == styles_.end() ? none : found->second;
}

bool DocxStyles::is_bold(const RunProperties& own, const Style& character,
                         const Style& paragraph) const {
  if (own.complex.value_or(false)) {
    return combined(own.complex_bold, character.run.complex_bold, paragraph.run.complex_bold,
                    defaults_.complex_bold);
  }
  return combined(own.bold, character.run.bold, paragraph.run.bold, defaults_.bold);
}

bool DocxStyles::is_hidden(const RunProperties& own, const Style& character,
                           const Style& paragraph) const {
  return combined(own.hidden, character.run.hidden, paragraph.run.hidden, defaults_.hidden);
}

}  // namespace themata::ingest::detail
