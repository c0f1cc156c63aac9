#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "themata/report/document.hpp"

namespace themata::report::detail {

/// Blocks of a Word file's main part (Office Open XML, ECMA-376 part 1, section 17), as they are
/// appended to the node of what holds them.

/// A paragraph in a style of `word_styles`.
pugi::xml_node append_word_paragraph(pugi::xml_node parent, const char* style);
/// A run; line breaks and tabs in it are kept, what XML forbids is U+FFFD.
void append_word_run(pugi::xml_node paragraph, std::string_view text,
                     TextRun::Style style = TextRun::Style::plain, bool is_raised = false);
/// What is appended to such a node, as text.
std::string xml_of(pugi::xml_node node);

/// Writes a table in the layout of the American Psychological Association: its number and title
/// above, no vertical rules, note and footnotes below. `number` is its place among the document's
/// tables, `text_width` that of the page within its margins, in twentieths of a point.
void write_word_table(const Table& table, std::size_t number, double text_width, std::string& out);

/// The parts of the file that are the same for every document.
extern const std::string_view word_content_types;
extern const std::string_view word_relationships;
extern const std::string_view word_document_relationships;
extern const std::string_view word_styles;
extern const std::string_view word_settings;

/// The name space that all elements of the main part are in, by the prefix `w`.
inline constexpr const char* word_name_space =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace themata::report::detail
