#include "themata/ingest/detail/html_styles.hpp"

#include <algorithm>
#include <array>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest::detail {

namespace {

/// The value of a property in the declarations of a style, in small letters without blanks.
std::string value_of(std::string_view style, std::string_view property) {
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view declaration = style.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    std::string name{text::trim(declaration.substr(0, colon))};
    std::transform(name.begin(), name.end(), name.begin(), to_ascii_lower);
    if (name != property) continue;
    std::string value{text::trim(declaration.substr(colon + 1))};
    std::transform(value.begin(), value.end(), value.begin(), to_ascii_lower);
    return value.substr(0, value.find_first_of(" !"));
  }
  return {};
}

std::optional<bool> weight_in(std::string_view style) {
  const std::string weight = value_of(style, "font-weight");
  if (weight.empty()) return std::nullopt;
  if (weight == "bold" || weight == "bolder") return true;
  return weight.size() == 3 && weight >= "600" && weight <= "900";
}

bool is_inline(std::string_view name) {
  constexpr std::array<std::string_view, 7> names = {"span", "a",     "em",  "i",
                                                     "cite", "label", "font"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool tells_speaker(std::string_view class_name) {
  constexpr std::array<std::string_view, 8> names = {"speaker",     "speaker-name", "speaker_name",
                                                     "speakername", "interviewer",  "participant",
                                                     "question",    "name"};
  return std::find(names.begin(), names.end(), class_name) != names.end();
}

template <class Use>
void for_each_class(std::string_view classes, Use use) {
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f", at), classes.size());
    if (end > at) use(classes.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

void HtmlStyles::add_sheet(std::string_view css) {
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = css.find('{', at);
    if (open == css.npos) return;
    const std::size_t close = std::min(css.find('}', open), css.size());
    std::string_view selectors = css.substr(at, open - at);
    at = close + 1;
    if (weight_in(css.substr(open + 1, close - open - 1)) != true) continue;
    while (!selectors.empty()) {
      const std::size_t comma = std::min(selectors.find(','), selectors.size());
      const std::string_view selector = text::trim(selectors.substr(0, comma));
      selectors.remove_prefix(std::min(comma + 1, selectors.size()));
      const bool is_class =
          selector.starts_with('.') && selector.find_first_of(" .:>#[+~", 1) == selector.npos;
      if (is_class) strong_.emplace(selector.substr(1));
    }
  }
}

std::optional<bool> HtmlStyles::is_strong(const HtmlToken& element) const {
  if (!element.attributes.empty()) {
    if (const auto style = element.attribute("style")) {
      if (const auto weight = weight_in(*style)) return weight;
    }
    const std::string classes = element.attribute("class").value_or("");
    bool found = false;
    for_each_class(classes, [&](std::string_view one) {
      found = found || strong_.contains(one) || (is_inline(element.name) && tells_speaker(one));
    });
    if (found) return true;
  }
  if (element.name == "b" || element.name == "strong") return true;
  return std::nullopt;
}

bool is_hidden(const HtmlToken& element) {
  if (element.attributes.empty()) return false;
  if (element.attribute("hidden")) return true;
  const auto style = element.attribute("style");
  if (!style) return false;
  const std::string part = value_of(*style, "mso-element");  // of a page that Word saved
  if (part == "comment-list" || part == "header" || part == "footer") return true;
  return value_of(*style, "display") == "none" || value_of(*style, "visibility") == "hidden" ||
         value_of(*style, "mso-hide") == "all";
}

}  // namespace themata::ingest::detail
