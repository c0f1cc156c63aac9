#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace themata::ingest::detail {

/// An XML part of an office file, parsed. White space is kept; nothing is fetched and no entity is
/// expanded but XML's own five and character references.
///
/// Names have the prefixes that the standards use, whatever the file calls them: `w:p`, `r:id`,
/// `text:p`, `office:body`; of content types, relationships and spreadsheets none (`Override`,
/// `Relationship`, `row`). The strict and the transitional namespaces of Office Open XML have the
/// same prefixes. A prefix of these that the file uses for something else is `_` here.
class XmlPart {
 public:
  static constexpr std::size_t deepest = 512;  ///< elements within each other
  /// Bytes of the part and of the tree made from it, which is estimated beforehand.
  static constexpr std::size_t largest_tree = std::size_t{640} << 20U;

  /// `name` is what errors call it. Throws `InputError`, with the offset of the byte where it can
  /// be told, if `bytes` are not well-formed XML, declare entities, or are above the limits.
  XmlPart(std::string bytes, std::string_view name);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string bytes_;  ///< parsed in place
  pugi::xml_document document_;
};

/// `w:val` of `<w:jc w:val="left"/>`; empty if there is none.
std::string_view attribute(pugi::xml_node node, const char* name);

/// True if the node is an element of that name.
bool is_element(pugi::xml_node node, std::string_view name);

/// All text within the node, of whatever elements.
std::string text_within(pugi::xml_node node);

}  // namespace themata::ingest::detail
