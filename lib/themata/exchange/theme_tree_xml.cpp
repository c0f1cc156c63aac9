#include "themata/exchange/theme_tree_xml.hpp"

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "themata/exchange/detail/xml_document.hpp"

namespace themata::exchange {
namespace {

constexpr const char* name_space = "urn:themata:theme-tree:1";
/// Builds the document.
class TreeBuilder {
 public:
  void build(const model::ThemeTree& tree, pugi::xml_document& document) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    pugi::xml_node root = document.append_child("themeTree");
    root.append_attribute("xmlns").set_value(name_space);
    xml_.attribute(root, "title", tree.title);
    add_memos(root, tree.memos);
    for (const auto& entry : tree.journal) add_entry(root, entry);
    for (const auto& theme : tree.themes) add_theme(root, theme);
    for (const auto& code : tree.codes_without_theme) add_code(root, code);
  }

  [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }

 private:
  void add_theme(pugi::xml_node parent, const model::ThemeTree::Theme& theme) {
    pugi::xml_node node = parent.append_child("theme");
    describe(node, theme);
    xml_.text_child_if(node, "definition", theme.definition);
    xml_.text_child_if(node, "centralIdea", theme.idea);
    add_scope(node, theme);
    add_memos(node, theme.memos);
    for (const auto& code : theme.codes) add_code(node, code);
    for (const auto& subtheme : theme.subthemes) add_theme(node, subtheme);
  }

  void add_code(pugi::xml_node parent, const model::ThemeTree::Code& code) {
    pugi::xml_node node = parent.append_child("code");
    describe(node, code);
    xml_.text_child_if(node, "definition", code.description);
    add_scope(node, code);
    add_memos(node, code.memos);
    for (const auto& excerpt : code.quotations) add_excerpt(node, excerpt);
  }

  /// What belongs to it and what does not.
  template <class Noun>
  void add_scope(pugi::xml_node node, const Noun& noun) {
    xml_.text_child_if(node, "include", noun.includes);
    xml_.text_child_if(node, "exclude", noun.excludes);
    xml_.text_child_if(node, "example", noun.example);
  }

  void add_memos(pugi::xml_node parent, const std::vector<model::ThemeTree::Memo>& memos) {
    for (const auto& memo : memos) {
      pugi::xml_node node = parent.append_child("memo");
      xml_.attribute(node, "coder", memo.coder);
      xml_.attribute(node, "created", memo.created);
      if (!memo.source.empty()) xml_.attribute(node, "source", memo.source);
      if (memo.range) {
        xml_.attribute(node, "start", memo.range->begin.value);
        xml_.attribute(node, "end", memo.range->end.value);
      }
      xml_.text(node, memo.text);
    }
  }

  void add_entry(pugi::xml_node parent, const model::ThemeTree::JournalEntry& entry) {
    pugi::xml_node node = parent.append_child("journalEntry");
    xml_.attribute(node, "coder", entry.coder);
    xml_.attribute(node, "created", entry.created);
    xml_.attribute(node, "phase", static_cast<std::size_t>(entry.phase));
    xml_.text(node, entry.text);
  }

  void add_excerpt(pugi::xml_node parent, const model::ThemeTree::Excerpt& excerpt) {
    pugi::xml_node node = parent.append_child("excerpt");
    xml_.attribute(node, "source", excerpt.source);
    xml_.attribute(node, "participant", excerpt.participant);
    xml_.attribute(node, "start", excerpt.range.begin.value);
    xml_.attribute(node, "end", excerpt.range.end.value);
    xml_.text(node, excerpt.text);
  }

  /// The attributes that themes and codes share.
  template <class Noun>
  void describe(pugi::xml_node node, const Noun& noun) {
    xml_.attribute(node, "id", noun.guid);
    xml_.attribute(node, "name", noun.name);
    xml_.attribute(node, "participants", noun.participants);
    xml_.attribute(node, "excerpts", noun.excerpts);
    xml_.attribute_if(node, "color", noun.color);
  }

  detail::XmlWriting xml_;
};

}  // namespace

std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out) {
  pugi::xml_document document;
  TreeBuilder builder;
  builder.build(tree, document);
  detail::print_document(document, out);
  return builder.replaced();
}

}  // namespace themata::exchange
