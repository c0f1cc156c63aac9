#include "themata/exchange/detail/refi_codes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/theme_levels.hpp"
#include "themata/model/names.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange::detail {

namespace {

using model::PortableLabel;

bool has_codes_below(pugi::xml_node node) { return static_cast<bool>(child(node, "Code")); }

bool is_codable(pugi::xml_node node) {
  const std::string word = attribute(node, "isCodable");
  return word != "false" && word != "0" && word != "False";
}

}  // namespace

std::string CodesReader::unique_name(const std::string& name, const std::string& wider,
                                     std::unordered_set<std::string>& taken) {
  std::string unique = name;
  for (int n = 2; !taken.insert(text::name_key(unique)).second; ++n) {
    unique = n == 2 ? fmt::format("{} ({})", name, wider) : fmt::format("{} ({})", name, n);
  }
  if (unique != name) {
    remarks_.push_back(
        fmt::format("there are several called \"{}\"; one is \"{}\" here", name, unique));
  }
  return unique;
}

PortableLabel CodesReader::label_of(pugi::xml_node node) {
  PortableLabel label;
  const std::string written = attribute(node, "guid");
  label.guid = plain_guid(written);
  if (label.guid.empty()) {
    throw InputError(file_, fmt::format("the code \"{}\" has \"{}\" for a GUID, which is none; "
                                        "export the file anew",
                                        attribute(node, "name"), written));
  }
  if (!guids_.insert(label.guid).second) {
    throw InputError(file_, fmt::format("two codes have the GUID {}, so that nobody can tell which "
                                        "one a coding means; export the file anew",
                                        label.guid));
  }
  const std::string name = attribute(node, "name");
  label.name = model::usable_name(name, "unnamed");
  if (label.name != name) {
    remarks_.push_back(fmt::format("a name of a code became \"{}\"", label.name));
  }
  label.definition = child_text(node, "Description");
  const std::string color = attribute(node, "color");
  if (const auto read = read_color(color)) {
    label.color = *read;
  } else if (!color.empty()) {
    remarks_.push_back(fmt::format("the colour of \"{}\" is not known: {}", label.name, color));
  }
  return label;
}

std::size_t CodesReader::add_theme(PortableLabel label, std::optional<std::size_t> parent,
                                   const std::string& file_guid) {
  const std::size_t index = codebook_.themes.size();
  label.name = unique_name(label.name, parent ? codebook_.themes[*parent].label.name : "2",
                           theme_names_[parent ? *parent + 1 : 0]);
  theme_names_.emplace_back();
  themes_.emplace(file_guid, index);
  codebook_.themes.push_back({std::move(label), parent, {}});
  return index;
}

std::size_t CodesReader::add_code(PortableLabel label, std::optional<std::size_t> theme,
                                  const std::string& file_guid) {
  const std::size_t index = codebook_.codes.size();
  label.name =
      unique_name(label.name, theme ? codebook_.themes[*theme].label.name : "2", code_names_);
  codes_.emplace(file_guid, index);
  codebook_.codes.push_back(std::move(label));
  if (theme) codebook_.themes[*theme].codes.push_back(index);
  return index;
}

void CodesReader::read_codes(pugi::xml_node codes) {
  for (const pugi::xml_node node : codes.children()) {
    if (is_element(node, "Code")) read(node, std::nullopt, 1);
  }
}

void CodesReader::read(pugi::xml_node node, std::optional<std::size_t> parent, std::size_t level) {
  PortableLabel label = label_of(node);
  if (passed_over_.contains(label.guid) && !has_codes_below(node)) return;
  const std::string guid = label.guid;
  const bool is_used = used_ != nullptr && used_->contains(guid);
  const bool codable = is_codable(node) || is_used;
  if (!has_codes_below(node)) {
    if (codable) {
      add_code(std::move(label), parent, guid);
    } else {
      add_theme(std::move(label), parent, guid);
    }
    return;
  }
  if (level > most_theme_levels) {
    throw InputError(file_, fmt::format("has codes on more than {} levels below one another; a "
                                        "study holds no more",
                                        most_theme_levels));
  }
  const bool is_code_too = codable && (used_ == nullptr || is_used);
  PortableLabel of_code = label;
  if (is_code_too) label.guid = derived_guid(guid, "theme");
  const std::size_t theme = add_theme(std::move(label), parent, guid);
  if (is_code_too) {
    remarks_.push_back(
        fmt::format("\"{}\" is a code with codes below it: it is a theme here, and "
                    "a code of that theme",
                    of_code.name));
    add_code(std::move(of_code), theme, guid);
  }
  for (const pugi::xml_node below : node.children()) {
    if (is_element(below, "Code")) read(below, theme, level + 1);
  }
}

bool CodesReader::read_set(pugi::xml_node set, const char* guid_attribute) {
  std::vector<std::size_t> members;
  for (const pugi::xml_node member : set.children()) {
    if (!is_element(member, "MemberCode")) continue;
    std::string guid = plain_guid(attribute(member, guid_attribute));
    if (guid.empty()) {  // some write the other schema's attribute
      guid = plain_guid(attribute(member, "guid") + attribute(member, "targetGUID"));
    }
    const auto code = codes_.find(guid);
    if (code != codes_.end()) members.push_back(code->second);
  }
  if (members.empty()) return false;
  const std::string guid = plain_guid(attribute(set, "guid"));
  const auto same = std::find_if(codebook_.themes.begin(), codebook_.themes.end(),
                                 [&](const model::PortableTheme& theme) {
                                   return derived_guid(theme.label.guid, "set") == guid;
                                 });
  if (same != codebook_.themes.end()) {  // a theme that Themata wrote
    same->codes = members;
    return true;
  }
  PortableLabel label;
  label.guid = guid.empty() || !guids_.insert(guid).second
                   ? derived_guid(attribute(set, "name"), "set")
                   : guid;
  label.name = model::usable_name(attribute(set, "name"), "unnamed set");
  label.definition = child_text(set, "Description");
  remarks_.push_back(fmt::format("the set \"{}\" is a theme here", label.name));
  const std::size_t theme = add_theme(std::move(label), std::nullopt, guid);
  for (const std::size_t code : members) {
    auto& codes = codebook_.themes[theme].codes;
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return true;
}

}  // namespace themata::exchange::detail
