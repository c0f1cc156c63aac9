#include "themata/report/detail/word_markup.hpp"

#include <sstream>
#include <utility>

#include "themata/report/detail/text_direction.hpp"
#include "themata/text/xml_characters.hpp"

namespace themata::report::detail {

namespace {

void append_text(pugi::xml_node run, std::string_view text) {
  if (text.empty()) return;
  pugi::xml_node node = run.append_child("w:t");
  node.append_attribute("xml:space").set_value("preserve");
  node.text().set(std::string(text).c_str());
}

/// Lets the lines of a paragraph begin at the right.
void set_right_to_left(pugi::xml_node paragraph) {
  pugi::xml_node properties = paragraph.child("w:pPr");
  properties.insert_child_after("w:bidi", properties.child("w:pStyle"));
}

}  // namespace

std::string xml_of(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

pugi::xml_node append_word_paragraph(pugi::xml_node parent, const char* style) {
  pugi::xml_node paragraph = parent.append_child("w:p");
  paragraph.append_child("w:pPr")
      .append_child("w:pStyle")
      .append_attribute("w:val")
      .set_value(style);
  return paragraph;
}

void append_word_run(pugi::xml_node paragraph, std::string_view text, TextRun::Style style,
                     bool is_raised) {
  if (text.empty()) return;
  const std::string allowed = text::xml_characters(text).text;
  pugi::xml_node run = paragraph.append_child("w:r");
  pugi::xml_node properties = run.append_child("w:rPr");
  if (style == TextRun::Style::bold) properties.append_child("w:b");
  if (style == TextRun::Style::italic) properties.append_child("w:i");
  if (is_raised) {
    properties.append_child("w:vertAlign").append_attribute("w:val").set_value("superscript");
  }
  if (begins_right_to_left(allowed)) {
    properties.append_child("w:rtl");
    if (!run.previous_sibling("w:r")) set_right_to_left(paragraph);
  }
  if (!properties.first_child()) run.remove_child(properties);
  std::string_view rest = allowed;
  while (true) {
    const std::size_t end = rest.find_first_of("\n\t");
    append_text(run, rest.substr(0, end));
    if (end == std::string_view::npos) return;
    run.append_child(rest[end] == '\n' ? "w:br" : "w:tab");
    rest.remove_prefix(end + 1);
  }
}

}  // namespace themata::report::detail
