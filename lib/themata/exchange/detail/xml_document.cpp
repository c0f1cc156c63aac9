#include "themata/exchange/detail/xml_document.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "themata/container/xml_limits.hpp"
#include "themata/error.hpp"
#include "themata/text/xml_characters.hpp"

namespace themata::exchange::detail {

namespace {

/// Throws if elements are too deep within each other. Without recursion: they may be as deep as the
/// file is long.
void check_depth(const std::string& name, pugi::xml_node root) {
  pugi::xml_node node = root;
  std::size_t depth = 1;
  while (node) {
    if (node.first_child()) {
      if (++depth > XmlDocument::deepest) {
        throw InputError(name, fmt::format("has more than {} elements within each other, which "
                                           "no program writes; it was not read",
                                           XmlDocument::deepest));
      }
      node = node.first_child();
      continue;
    }
    for (; node != root && !node.next_sibling(); --depth) node = node.parent();
    if (node == root) return;
    node = node.next_sibling();
  }
}

std::size_t line_of(std::string_view bytes, std::ptrdiff_t offset) {
  const auto end = bytes.begin() + std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(bytes));
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

/// Hands pugixml's output on. It leaves a carriage return in character data as it is.
class StreamWriter final : public pugi::xml_writer {
 public:
  explicit StreamWriter(std::ostream& out) : out_(out) {}

  void write(const void* data, std::size_t size) override {
    std::string_view rest(static_cast<const char*>(data), size);
    for (std::size_t cr = rest.find('\r'); cr != std::string_view::npos; cr = rest.find('\r')) {
      out_ << rest.substr(0, cr) << "&#13;";
      rest.remove_prefix(cr + 1);
    }
    out_ << rest;
  }

 private:
  std::ostream& out_;
};

}  // namespace

XmlDocument::XmlDocument(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  container::require_harmless_xml(bytes_, largest_tree, name_ + ":");
  constexpr unsigned int options =
      pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_pi;
  const pugi::xml_parse_result result =
      document_.load_buffer_inplace(bytes_.data(), bytes_.size(), options);
  if (!result) {
    throw InputError(name_, line_of(bytes_, result.offset),
                     fmt::format("is not well-formed XML ({}); export it anew from the program "
                                 "that it is from",
                                 result.description()));
  }
  check_depth(name_, root());
}

std::string_view XmlDocument::instruction(const char* target) const {
  for (const pugi::xml_node node : document_.children()) {
    if (node.type() == pugi::node_pi && std::string_view(node.name()) == target) {
      return node.value();
    }
  }
  return {};
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_element(pugi::xml_node node, std::string_view name) {
  return node.type() == pugi::node_element && local_name(node.name()) == name;
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node one) { return is_element(one, name); });
}

std::string child_text(pugi::xml_node node, std::string_view name) {
  return child(node, name).text().get();
}

std::string attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

std::string name_space(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = node; at; at = at.parent()) {
    if (const pugi::xml_attribute found = at.attribute(declaration.c_str())) return found.value();
  }
  return {};
}

void XmlWriting::attribute(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(allowed(value).c_str());
}

void XmlWriting::attribute(pugi::xml_node node, const char* name, std::size_t value) {
  node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
}

void XmlWriting::attribute_if(pugi::xml_node node, const char* name, std::string_view value) {
  if (!value.empty()) attribute(node, name, value);
}

void XmlWriting::text(pugi::xml_node node, std::string_view value) {
  node.text().set(allowed(value).c_str());
}

pugi::xml_node XmlWriting::text_child(pugi::xml_node node, const char* name,
                                      std::string_view value) {
  pugi::xml_node made = node.append_child(name);
  text(made, value);
  return made;
}

void XmlWriting::text_child_if(pugi::xml_node node, const char* name, std::string_view value) {
  if (!value.empty()) text_child(node, name, value);
}

std::string XmlWriting::allowed(std::string_view text) {
  text::XmlText allowed = text::xml_characters(text);
  replaced_ += allowed.replaced;
  return std::move(allowed.text);
}

void print(pugi::xml_node node, std::ostream& out, unsigned int depth) {
  StreamWriter writer(out);
  node.print(writer, "  ", pugi::format_indent, pugi::encoding_utf8, depth);
}

void print_document(const pugi::xml_document& document, std::ostream& out) {
  StreamWriter writer(out);
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
}

}  // namespace themata::exchange::detail
