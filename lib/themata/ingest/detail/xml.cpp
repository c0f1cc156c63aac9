#include "themata/ingest/detail/xml.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "themata/container/xml_limits.hpp"
#include "themata/error.hpp"

namespace themata::ingest::detail {

namespace {

struct Namespace {
  std::string_view uri;
  std::string_view prefix;
};

// clang-format off
constexpr auto namespaces = std::to_array<Namespace>({
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/package/2006/content-types", ""},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"}});
// clang-format on

/// The prefix that a namespace goes by here; nothing for one that no reader asks for.
std::optional<std::string_view> standard_prefix(std::string_view uri) {
  const auto* found = std::find_if(namespaces.begin(), namespaces.end(),
                                   [&](const Namespace& one) { return one.uri == uri; });
  if (found == namespaces.end()) return std::nullopt;
  return found->prefix;
}

bool is_standard_prefix(std::string_view prefix) {
  return std::any_of(namespaces.begin(), namespaces.end(),
                     [&](const Namespace& one) { return one.prefix == prefix; });
}

/// Walks a tree without recursion, checks how deep it is, and gives all names their prefixes.
class Normaliser {
 public:
  explicit Normaliser(std::string_view part) : part_(part) {}

  void walk(pugi::xml_node root) {
    pugi::xml_node node = root;
    std::size_t depth = 1;
    enter(node, depth);
    while (true) {
      if (node.first_child()) {
        if (++depth > XmlPart::deepest) refuse_depth();
        node = node.first_child();
      } else {
        leave(depth);
        while (node != root && !node.next_sibling()) {
          node = node.parent();
          leave(--depth);
        }
        if (node == root) return;
        node = node.next_sibling();
      }
      enter(node, depth);
    }
  }

 private:
  struct Undo {
    std::string_view prefix;
    std::optional<std::string_view> before;
    std::size_t depth;
  };

  [[noreturn]] void refuse_depth() const {
    throw InputError("its part " + std::string{part_} + " has more than " +
                     std::to_string(XmlPart::deepest) +
                     " elements within each other; save its text as plain text (.txt)");
  }

  void enter(pugi::xml_node node, std::size_t depth) {
    if (node.type() != pugi::node_element) return;
    for (pugi::xml_attribute one = node.first_attribute(); one; one = one.next_attribute()) {
      const std::string_view name = one.name();
      if (name == "xmlns") bind({}, one.value(), depth);
      if (name.starts_with("xmlns:")) bind(name.substr(6), one.value(), depth);
    }
    if (renamed_.empty()) return;
    rename(node);
    for (pugi::xml_attribute one = node.first_attribute(); one; one = one.next_attribute()) {
      const std::string_view name = one.name();
      if (name.find(':') != name.npos && !name.starts_with("xmlns:")) rename(one);
    }
  }

  /// Keeps only prefixes that are not what they should be: few files have any.
  void bind(std::string_view prefix, std::string_view uri, std::size_t depth) {
    std::string_view to = prefix;
    if (const auto standard = standard_prefix(uri)) {
      to = *standard;
    } else if (is_standard_prefix(prefix)) {
      to = "_";
    }
    const auto found = renamed_.find(prefix);
    const bool was_renamed = found != renamed_.end();
    if (!was_renamed && to == prefix) return;
    undo_.push_back({prefix, was_renamed ? std::optional{found->second} : std::nullopt, depth});
    renamed_[prefix] = to;
  }

  void leave(std::size_t depth) {
    for (; !undo_.empty() && undo_.back().depth >= depth; undo_.pop_back()) {
      if (undo_.back().before) {
        renamed_[undo_.back().prefix] = *undo_.back().before;
      } else {
        renamed_.erase(undo_.back().prefix);
      }
    }
  }

  template <class Named>
  void rename(Named& thing) const {
    const std::string_view name = thing.name();
    const std::size_t colon = name.find(':');
    const bool has_prefix = colon != name.npos;
    const std::string_view prefix = has_prefix ? name.substr(0, colon) : std::string_view{};
    const auto found = renamed_.find(prefix);
    if (found == renamed_.end() || found->second == prefix) return;
    const std::string_view local = has_prefix ? name.substr(colon + 1) : name;
    std::string to{found->second};
    if (!to.empty()) to += ':';
    thing.set_name((to + std::string{local}).c_str());
  }

  std::string_view part_;
  std::unordered_map<std::string_view, std::string_view> renamed_;  ///< views of attributes
  std::vector<Undo> undo_;
};

}  // namespace

XmlPart::XmlPart(std::string bytes, std::string_view name) : bytes_(std::move(bytes)) {
  container::require_harmless_xml(bytes_, largest_tree, "its part " + std::string{name});
  constexpr unsigned int options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result =
      document_.load_buffer_inplace(bytes_.data(), bytes_.size(), options);
  if (!result) {
    throw InputError("its part " + std::string{name} + " is not well-formed XML (byte " +
                     std::to_string(std::max<std::ptrdiff_t>(result.offset, 0)) + ": " +
                     result.description() +
                     "); open the file with the program that it is from and save it anew");
  }
  Normaliser{name}.walk(root());
}

std::string_view attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

bool is_element(pugi::xml_node node, std::string_view name) {
  return node.type() == pugi::node_element && name == node.name();
}

std::string text_within(pugi::xml_node node) {
  std::string text;
  struct Walker final : pugi::xml_tree_walker {
    explicit Walker(std::string& out) : text(out) {}
    bool for_each(pugi::xml_node& one) override {
      text += one.value();
      return true;
    }
    std::string& text;
  } walker{text};
  node.traverse(walker);
  return text;
}

}  // namespace themata::ingest::detail
