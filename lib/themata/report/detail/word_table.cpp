#include <string>
#include <string_view>
#include <vector>

#include "themata/report/detail/column_shares.hpp"
#include "themata/report/detail/word_markup.hpp"

namespace themata::report::detail {

namespace {

constexpr double twips_a_character = 100;        ///< of a table's text, in twentieths of a point
constexpr double small_twips_a_character = 82;   ///< of smaller text
constexpr std::size_t blank_margin = 3;          ///< characters left blank in each column
constexpr const char* rule_weight = "8";         ///< eighths of a point
constexpr std::size_t most_columns_at_size = 7;  ///< more are set smaller

/// How a table is laid out.
struct Layout {
  std::vector<int> widths;  ///< of its columns, in twentieths of a point
  bool is_full_width = false;
  bool is_small = false;
};

Layout layout_of(const Table& table, double text_width) {
  Layout layout;
  layout.is_small = table.columns.size() > most_columns_at_size;
  const double characters =
      text_width / (layout.is_small ? small_twips_a_character : twips_a_character);
  const ColumnShares shares =
      share_width(table, static_cast<std::size_t>(characters), blank_margin);
  layout.is_full_width = shares.is_wrapped;
  for (const double share : shares.shares) {
    layout.widths.push_back(static_cast<int>(share * text_width));
  }
  return layout;
}

void set(pugi::xml_node node, const char* name, const char* value) {
  node.append_attribute(name).set_value(value);
}

pugi::xml_node append_valued(pugi::xml_node parent, const char* name, const char* value) {
  pugi::xml_node node = parent.append_child(name);
  set(node, "w:val", value);
  return node;
}

void append_rule(pugi::xml_node borders, const char* side) {
  pugi::xml_node rule = append_valued(borders, side, "single");
  set(rule, "w:sz", rule_weight);
  set(rule, "w:space", "0");
  set(rule, "w:color", "auto");
}

/// A field that Word counts: the number that is there is shown until it does.
void append_number_field(pugi::xml_node paragraph) {
  const auto field_part = [&](const char* type) {
    pugi::xml_node run = paragraph.append_child("w:r");
    set(run.append_child("w:fldChar"), "w:fldCharType", type);
  };
  field_part("begin");
  pugi::xml_node instruction = paragraph.append_child("w:r").append_child("w:instrText");
  set(instruction, "xml:space", "preserve");
  instruction.text().set(" SEQ Table \\* ARABIC ");
  field_part("separate");
}

void append_heading(pugi::xml_node body, const Table& table, std::size_t number) {
  pugi::xml_node label = append_word_paragraph(body, "TableNumber");
  append_word_run(label, "Table ");
  append_number_field(label);
  append_word_run(label, std::to_string(number));
  pugi::xml_node run = label.append_child("w:r");
  set(run.append_child("w:fldChar"), "w:fldCharType", "end");
  if (!table.title.empty()) {
    append_word_run(append_word_paragraph(body, "TableTitle"), table.title);
  }
}

void append_properties(pugi::xml_node node, bool is_full_width) {
  pugi::xml_node properties = node.append_child("w:tblPr");
  pugi::xml_node width = properties.append_child("w:tblW");
  set(width, "w:w", is_full_width ? "5000" : "0");
  set(width, "w:type", is_full_width ? "pct" : "auto");
  pugi::xml_node borders = properties.append_child("w:tblBorders");
  append_rule(borders, "w:top");
  append_rule(borders, "w:bottom");
  set(properties.append_child("w:tblLayout"), "w:type", is_full_width ? "fixed" : "autofit");
  pugi::xml_node margins = properties.append_child("w:tblCellMar");
  for (const char* side : {"w:left", "w:right"}) {
    pugi::xml_node margin = margins.append_child(side);
    set(margin, "w:w", "80");
    set(margin, "w:type", "dxa");
  }
}

pugi::xml_node append_row(pugi::xml_node node, bool is_header) {
  pugi::xml_node row = node.append_child("w:tr");
  pugi::xml_node properties = row.append_child("w:trPr");
  properties.append_child("w:cantSplit");
  if (is_header) properties.append_child("w:tblHeader");
  return row;
}

pugi::xml_node append_cell(pugi::xml_node row, int width, bool is_header, bool to_the_right,
                           bool is_small) {
  pugi::xml_node cell = row.append_child("w:tc");
  pugi::xml_node properties = cell.append_child("w:tcPr");
  pugi::xml_node size = properties.append_child("w:tcW");
  size.append_attribute("w:w").set_value(width);
  set(size, "w:type", "dxa");
  if (is_header) append_rule(properties.append_child("w:tcBorders"), "w:bottom");
  if (is_header) append_valued(properties, "w:vAlign", "bottom");
  pugi::xml_node paragraph = append_word_paragraph(cell, is_small ? "TableTextSmall" : "TableText");
  if (to_the_right) append_valued(paragraph.child("w:pPr"), "w:jc", "right");
  return paragraph;
}

void append_foot(pugi::xml_node body, const Table& table) {
  pugi::xml_node paragraph = append_word_paragraph(body, "TableNote");
  if (!table.note.empty()) {
    append_word_run(paragraph, "Note.", TextRun::Style::italic);
    for (const std::string& sentence : table.note) append_word_run(paragraph, " " + sentence);
  }
  for (bool is_first = table.note.empty(); const auto& footnote : footnotes_of(table.columns)) {
    if (!is_first) paragraph = append_word_paragraph(body, "TableNote");
    is_first = false;
    append_word_run(paragraph, std::string(1, footnote.letter), TextRun::Style::plain, true);
    append_word_run(paragraph, " " + footnote.text);
  }
}

/// The table's beginning: what it is like, its columns and its header.
void append_beginning(pugi::xml_node node, const Table& table, const Layout& layout) {
  append_properties(node, layout.is_full_width);
  pugi::xml_node grid = node.append_child("w:tblGrid");
  for (const int width : layout.widths) {
    grid.append_child("w:gridCol").append_attribute("w:w").set_value(width);
  }
  pugi::xml_node header = append_row(node, true);
  std::size_t footnotes = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    pugi::xml_node paragraph =
        append_cell(header, layout.widths[i], true, column.to_the_right(), layout.is_small);
    append_word_run(paragraph, column.name);
    if (column.footnote.empty()) continue;
    const auto letter = static_cast<char>('a' + footnotes++);
    append_word_run(paragraph, std::string(1, letter), TextRun::Style::plain, true);
  }
}

/// Writes what `append` appends.
template <class Append>
void write(std::string& out, Append append) {
  pugi::xml_document part;
  append(part);
  out += xml_of(part);
}

}  // namespace

void write_word_table(const Table& table, std::size_t number, double text_width, std::string& out) {
  constexpr std::string_view table_end = "</w:tbl>";
  const Layout layout = layout_of(table, text_width);
  write(out, [&](pugi::xml_node part) { append_heading(part, table, number); });
  write(out,
        [&](pugi::xml_node part) { append_beginning(part.append_child("w:tbl"), table, layout); });
  out.resize(out.size() - table_end.size());  // rows follow, each made by itself
  for (const auto& cells : table.rows) {
    write(out, [&](pugi::xml_node part) {
      pugi::xml_node row = append_row(part, false);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        append_word_run(append_cell(row, layout.widths[i], false, table.columns[i].to_the_right(),
                                    layout.is_small),
                        to_string(cells[i]));
      }
    });
  }
  out += table_end;
  write(out, [&](pugi::xml_node part) { append_foot(part, table); });
}

}  // namespace themata::report::detail
