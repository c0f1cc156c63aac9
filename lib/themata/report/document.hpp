#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "themata/report/table.hpp"

namespace themata::report {

enum class DocumentFormat { text, md, html, latex, docx };
/// "text", "md", ...; nothing for a word that is no format of a document.
std::optional<DocumentFormat> parse_document_format(std::string_view word);
/// The format that a file's extension stands for, in either case; nothing if it stands for none.
std::optional<DocumentFormat> document_format_of(std::string_view file_name);

/// Text in one style. Line breaks in it are kept.
struct TextRun {
  enum class Style { plain, italic, bold };
  std::string text;
  Style style = Style::plain;
  /// Comments of the document that begin before this run, and that end behind it, by their places
  /// among `Document::comments`. Only Word shows comments.
  std::vector<std::size_t> comments_begin = {};
  std::vector<std::size_t> comments_end = {};
};

struct Paragraph {
  enum class Kind {
    title,            ///< of the document
    heading,          ///< of a part
    subheading,       ///< of a part's part
    body,             ///< running text
    block_quotation,  ///< set in, without quotation marks
    small             ///< what is said about the text above: whose words, where from
  };
  Kind kind = Kind::body;
  std::vector<TextRun> runs;
};

/// A note at the margin, on a stretch of the text.
struct Comment {
  std::string author;
  std::string time;  ///< ISO 8601, UTC; empty: not told
  std::string text;
};

/// A text as it goes into a paper: paragraphs and tables in order.
struct Document {
  std::vector<std::variant<Paragraph, Table>> blocks;
  std::vector<Comment> comments = {};

  /// Adds a paragraph of one run.
  void add(Paragraph::Kind kind, std::string text, TextRun::Style style = TextRun::Style::plain);
};

/// Writes a document. Text is wrapped to `width` columns (0: not at all). LaTeX and HTML are as
/// those of a table. Throws `Error` if it could not be made.
void write_document(const Document& document, DocumentFormat format, std::ostream& out,
                    std::size_t width = 0);

}  // namespace themata::report
