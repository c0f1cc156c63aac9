#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace themata::exchange::detail {

/// An XML file of another program, parsed whole. White space is kept, nothing is fetched, and no
/// entity is expanded but XML's own five and character references.
class XmlDocument {
 public:
  static constexpr std::size_t deepest = 256;  ///< elements within each other
  /// Bytes of the file and of the tree made from it, estimated beforehand.
  static constexpr std::size_t largest_tree = std::size_t{2} << 30U;

  /// `name` is what errors call the file. Throws `InputError`, with the line where it can be told,
  /// if it is not well-formed, declares entities, or is above the limits.
  XmlDocument(std::string name, std::string bytes);
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }
  /// The content of the processing instruction with this target beside the root element; empty if
  /// there is none.
  [[nodiscard]] std::string_view instruction(const char* target) const;

 private:
  std::string name_;
  std::string bytes_;  ///< parsed in place
  pugi::xml_document document_;
};

/// The name of an element or an attribute without its prefix.
std::string_view local_name(std::string_view name);
/// True if the node is an element of that name, whatever its prefix.
bool is_element(pugi::xml_node node, std::string_view name);
/// The first child element of that name, whatever its prefix.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// The text of the first child element of that name; empty if there is none.
std::string child_text(pugi::xml_node node, std::string_view name);
std::string attribute(pugi::xml_node node, const char* name);
/// The name space of the node by the nearest declaration of its prefix.
std::string name_space(pugi::xml_node node);

/// A document on its way out. Characters that XML 1.0 forbids become U+FFFD, and are counted.
class XmlWriting {
 public:
  void attribute(pugi::xml_node node, const char* name, std::string_view value);
  void attribute(pugi::xml_node node, const char* name, std::size_t value);
  /// Unless the value is empty.
  void attribute_if(pugi::xml_node node, const char* name, std::string_view value);
  void text(pugi::xml_node node, std::string_view value);
  /// A child with that text.
  pugi::xml_node text_child(pugi::xml_node node, const char* name, std::string_view value);
  /// Unless the text is empty.
  void text_child_if(pugi::xml_node node, const char* name, std::string_view value);

  [[nodiscard]] std::size_t replaced() const { return replaced_; }

 private:
  std::string allowed(std::string_view text);
  std::size_t replaced_ = 0;
};

/// UTF-8, indented by two spaces, with a carriage return in a text as a reference, so that no
/// reader takes it for a line feed.
void print(pugi::xml_node node, std::ostream& out, unsigned int depth = 0);
void print_document(const pugi::xml_document& document, std::ostream& out);

}  // namespace themata::exchange::detail
