#include "themata/exchange/theme_tree_xml.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace themata::exchange {
namespace {

constexpr const char* name_space = "urn:themata:theme-tree:1";
constexpr std::string_view replacement_character = "\uFFFD";

/// The length in bytes of a character at `at` that XML 1.0 forbids (a control character other than
/// tab and line ends, U+FFFE, U+FFFF); 0 if it is allowed.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c >= 0 && c < ' ') return c == '\t' || c == '\n' || c == '\r' ? 0 : 1;
  if (c != '\xEF') return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\uFFFE" || character == "\uFFFF" ? 3 : 0;
}

/// Hands pugixml's output on. It leaves a carriage return in character data as it is, and every
/// reader would take it for a line feed.
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

/// Builds the document.
class TreeBuilder {
 public:
  void build(const model::ThemeTree& tree, pugi::xml_document& document) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    pugi::xml_node root = document.append_child("themeTree");
    root.append_attribute("xmlns").set_value(name_space);
    attribute(root, "title", tree.title);
    add_memos(root, tree.memos);
    for (const auto& entry : tree.journal) add_entry(root, entry);
    for (const auto& theme : tree.themes) add_theme(root, theme);
    for (const auto& code : tree.codes_without_theme) add_code(root, code);
  }

  [[nodiscard]] std::size_t replaced() const { return replaced_; }

 private:
  void add_theme(pugi::xml_node parent, const model::ThemeTree::Theme& theme) {
    pugi::xml_node node = parent.append_child("theme");
    describe(node, theme);
    if (!theme.definition.empty()) {
      node.append_child("definition").text().set(allowed(theme.definition).c_str());
    }
    if (!theme.idea.empty()) {
      node.append_child("centralIdea").text().set(allowed(theme.idea).c_str());
    }
    add_memos(node, theme.memos);
    for (const auto& code : theme.codes) add_code(node, code);
    for (const auto& subtheme : theme.subthemes) add_theme(node, subtheme);
  }

  void add_code(pugi::xml_node parent, const model::ThemeTree::Code& code) {
    pugi::xml_node node = parent.append_child("code");
    describe(node, code);
    add_memos(node, code.memos);
    for (const auto& excerpt : code.quotations) add_excerpt(node, excerpt);
  }

  void add_memos(pugi::xml_node parent, const std::vector<model::ThemeTree::Memo>& memos) {
    for (const auto& memo : memos) {
      pugi::xml_node node = parent.append_child("memo");
      attribute(node, "coder", memo.coder);
      attribute(node, "created", memo.created);
      if (!memo.source.empty()) attribute(node, "source", memo.source);
      if (memo.range) {
        attribute(node, "start", memo.range->begin.value);
        attribute(node, "end", memo.range->end.value);
      }
      node.text().set(allowed(memo.text).c_str());
    }
  }

  void add_entry(pugi::xml_node parent, const model::ThemeTree::JournalEntry& entry) {
    pugi::xml_node node = parent.append_child("journalEntry");
    attribute(node, "coder", entry.coder);
    attribute(node, "created", entry.created);
    attribute(node, "phase", static_cast<std::size_t>(entry.phase));
    node.text().set(allowed(entry.text).c_str());
  }

  void add_excerpt(pugi::xml_node parent, const model::ThemeTree::Excerpt& excerpt) {
    pugi::xml_node node = parent.append_child("excerpt");
    attribute(node, "source", excerpt.source);
    attribute(node, "participant", excerpt.participant);
    attribute(node, "start", excerpt.range.begin.value);
    attribute(node, "end", excerpt.range.end.value);
    node.text().set(allowed(excerpt.text).c_str());
  }

  /// The attributes that themes and codes share.
  template <class Noun>
  void describe(pugi::xml_node node, const Noun& noun) {
    attribute(node, "id", noun.guid);
    attribute(node, "name", noun.name);
    attribute(node, "participants", noun.participants);
    attribute(node, "excerpts", noun.excerpts);
  }

  void attribute(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(allowed(value).c_str());
  }

  static void attribute(pugi::xml_node node, const char* name, std::size_t value) {
    node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
  }

  /// `text` with what XML forbids replaced, and counted.
  std::string allowed(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t forbidden = forbidden_length(text, at);
      if (forbidden == 0) {
        result += text[at++];
        continue;
      }
      result += replacement_character;
      at += forbidden;
      ++replaced_;
    }
    return result;
  }

  std::size_t replaced_ = 0;
};

}  // namespace

std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out) {
  pugi::xml_document document;
  TreeBuilder builder;
  builder.build(tree, document);
  StreamWriter writer(out);
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
  return builder.replaced();
}

}  // namespace themata::exchange
