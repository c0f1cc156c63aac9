#pragma once

#include <iosfwd>
#include <memory>

#include "themata/report/table.hpp"

/// The writers behind `make_table_writer`.
namespace themata::report::detail {

/// CSV and TSV: each row is written as it comes.
std::unique_ptr<TableWriter> make_delimited_writer(std::ostream& out, char delimiter);
/// An array with one object a line; each row is written as it comes.
std::unique_ptr<TableWriter> make_json_writer(std::ostream& out);
/// A pipe table; each row is written as it comes.
std::unique_ptr<TableWriter> make_markdown_writer(std::ostream& out);
/// Aligned columns; holds the rows until `finish`.
std::unique_ptr<TableWriter> make_text_writer(std::ostream& out, const WriterOptions& options);
/// A passage for each row; written as it comes.
std::unique_ptr<TableWriter> make_passage_writer(std::ostream& out, const WriterOptions& options);
/// A booktabs table; holds the rows of a table until it ends.
std::unique_ptr<TableWriter> make_latex_writer(std::ostream& out);
/// A page; each row is written as it comes.
std::unique_ptr<TableWriter> make_html_writer(std::ostream& out);
/// The same for tables in the middle of a page.
std::unique_ptr<TableWriter> make_html_part_writer(std::ostream& out);
/// A Word file; holds the document until `close`.
std::unique_ptr<TableWriter> make_docx_writer(std::ostream& out);

// What a terminal shows in reverse video stands between these.
inline constexpr const char* highlight_begin = "\033[7m";
inline constexpr const char* highlight_end = "\033[0m";

}  // namespace themata::report::detail
