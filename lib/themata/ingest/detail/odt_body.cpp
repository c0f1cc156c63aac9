#include "themata/ingest/detail/odt_body.hpp"

#include <algorithm>
#include <unordered_map>

#include "themata/ingest/detail/office_notices.hpp"
#include "themata/ingest/detail/xml.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest::detail {

OdtBody::Handler OdtBody::handler_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Handler> handlers = {
      {"text:p", &OdtBody::paragraph},
      {"text:h", &OdtBody::paragraph},
      {"text:span", &OdtBody::span},
      {"text:s", &OdtBody::spaces},
      {"text:tab", &OdtBody::tab},
      {"text:line-break", &OdtBody::line_break},
      {"text:tracked-changes", &OdtBody::changes},
      {"text:note", &OdtBody::note},
      {"text:section", &OdtBody::section},
      {"text:hidden-text", &OdtBody::hidden_text},
      {"text:hidden-paragraph", &OdtBody::hidden_text},
      {"table:table", &OdtBody::table},
      {"table:table-row", &OdtBody::row},
      {"table:table-cell", &OdtBody::cell},
      {"table:covered-table-cell", &OdtBody::cell},
      {"office:annotation", &OdtBody::comment},
      {"office:annotation-end", &OdtBody::comment_end},
      // What is no text of the document, though it stands in it.
      {"office:forms", &OdtBody::skip},
      {"text:number", &OdtBody::skip},
      {"text:page-number", &OdtBody::skip},
      {"text:page-count", &OdtBody::skip},
      {"text:placeholder", &OdtBody::skip},
      {"text:ruby-text", &OdtBody::skip},
      {"text:script", &OdtBody::skip},
      {"text:table-of-content-source", &OdtBody::skip},
      {"text:alphabetical-index-source", &OdtBody::skip},
      {"text:bibliography-source", &OdtBody::skip},
      {"text:illustration-index-source", &OdtBody::skip},
      {"text:object-index-source", &OdtBody::skip},
      {"text:table-index-source", &OdtBody::skip},
      {"text:user-index-source", &OdtBody::skip},
  };
  if (name.starts_with("draw:")) return &OdtBody::drawing;
  const auto found = handlers.find(name);
  return found == handlers.end() ? &OdtBody::walk_children : found->second;
}

void OdtBody::walk(pugi::xml_node node) {
  if (node.type() == pugi::node_element) {
    (this->*handler_of(node.name()))(node);
  } else if (in_paragraph_ &&
             (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)) {
    characters(node.value());
  }
}

void OdtBody::walk_children(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) walk(child);
}

void OdtBody::skip(pugi::xml_node /*node*/) {}

// ---- Paragraphs --------------------------------------------------------------------------------

void OdtBody::paragraph(pugi::xml_node node) {
  const OdtStyles::Style& style =
      styles_.style(OdtStyles::Family::paragraph, attribute(node, "text:style-name"));
  const Look outer = look_;
  const bool was_in_paragraph = in_paragraph_;
  look_ = {style.bold.value_or(false), outer.hidden || style.hidden.value_or(false),
           style.is_speaker, style.is_heading || is_element(node, "text:h")};
  if (look_.hidden && !outer.hidden && !text::trim(text_within(node)).empty()) ++counts_.hidden;
  in_paragraph_ = true;
  after_space_ = true;
  walk_children(node);
  in_paragraph_ = was_in_paragraph;
  look_ = outer;
  out_.end_paragraph();
}

void OdtBody::span(pugi::xml_node node) {
  const OdtStyles::Style& style =
      styles_.style(OdtStyles::Family::text, attribute(node, "text:style-name"));
  const Look outer = look_;
  look_.bold = style.bold.value_or(outer.bold);
  look_.hidden = outer.hidden || style.hidden.value_or(false);
  look_.is_speaker |= style.is_speaker;
  if (look_.hidden && !outer.hidden) ++counts_.hidden;
  walk_children(node);
  look_ = outer;
}

/// White space in the XML counts once, however much of it there is and in however many elements.
void OdtBody::characters(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  while (!text.empty()) {
    const std::size_t size = std::min(text.find_first_of(blanks), text.size());
    if (size > 0) {
      add(text.substr(0, size));
      after_space_ = false;
    }
    text.remove_prefix(size);
    const std::size_t blank = std::min(text.find_first_not_of(blanks), text.size());
    if (blank > 0 && !after_space_) add(" ");
    after_space_ |= blank > 0;
    text.remove_prefix(blank);
  }
}

void OdtBody::add(std::string_view text) {
  const bool is_strong = (look_.bold || look_.is_speaker) && !look_.is_heading;
  if (!look_.hidden) out_.add(text, is_strong);
}

void OdtBody::spaces(pugi::xml_node node) {
  constexpr unsigned int most = 200;  // more are not kept
  const unsigned int count = std::min(node.attribute("text:c").as_uint(1), most);
  add(std::string(count, ' '));
}

void OdtBody::tab(pugi::xml_node /*node*/) {
  if (!look_.hidden) out_.tab();
}

void OdtBody::line_break(pugi::xml_node /*node*/) {
  after_space_ = true;
  if (!look_.hidden) out_.line_break();
}

// ---- Changes, and what is in another place -----------------------------------------------------

/// What was deleted stands here and not in the text; what was inserted stands in the text.
void OdtBody::changes(pugi::xml_node node) {
  for (const pugi::xml_node region : node.children("text:changed-region")) {
    if (region.child("text:insertion")) ++counts_.insertions;
    if (region.child("text:deletion")) ++counts_.deletions;
  }
}

void OdtBody::note(pugi::xml_node /*node*/) {
  if (!look_.hidden) ++counts_.notes;
}

void OdtBody::drawing(pugi::xml_node node) {
  const pugi::xml_node text =
      node.find_node([](pugi::xml_node one) { return is_element(one, "text:p"); });
  if (text && !text::trim(text_within(text.parent())).empty()) ++counts_.text_boxes;
}

void OdtBody::section(pugi::xml_node node) {
  const bool was_hidden = look_.hidden;
  if (attribute(node, "text:display") == "none") {
    if (!was_hidden) ++counts_.hidden;
    look_.hidden = true;
  }
  walk_children(node);
  look_.hidden = was_hidden;
}

void OdtBody::hidden_text(pugi::xml_node node) {
  if (attribute(node, "text:is-hidden") != "true") {
    walk_children(node);
  } else if (!look_.hidden) {
    ++counts_.hidden;
  }
}

// ---- Tables ------------------------------------------------------------------------------------

void OdtBody::table(pugi::xml_node node) {
  const bool was_in_paragraph = in_paragraph_;
  in_paragraph_ = false;
  out_.begin_table();
  walk_children(node);
  out_.end_table();
  in_paragraph_ = was_in_paragraph;
}

void OdtBody::row(pugi::xml_node node) {
  out_.begin_row();
  walk_children(node);
}

/// Of cells that are said to come again the first has the text: a text's tables repeat only empty
/// ones.
void OdtBody::cell(pugi::xml_node node) {
  constexpr unsigned int most = 256;
  out_.begin_cell();
  if (is_element(node, "table:table-cell")) walk_children(node);
  const unsigned int times = node.attribute("table:number-columns-repeated").as_uint(1);
  for (unsigned int i = 1; i < std::min(times, most); ++i) out_.begin_cell();
}

// ---- Comments ----------------------------------------------------------------------------------

void OdtBody::comment(pugi::xml_node node) {
  std::string id{attribute(node, "office:name")};
  if (id.empty()) id = "\n" + std::to_string(unnamed_comments_++);
  DocumentBuilder builder;
  OdtBody body(styles_, builder);
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "text:p" || name == "text:list") body.walk(child);
  }
  out_.begin_comment(id);
  out_.comment(id, text_within(node.child("dc:creator")),
               lines_of_paragraphs(builder.finish({}).text));
}

void OdtBody::comment_end(pugi::xml_node node) {
  out_.end_comment(std::string{attribute(node, "office:name")});
}

}  // namespace themata::ingest::detail
