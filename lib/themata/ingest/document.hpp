#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest {

/// How a file marks who speaks: by labels in its text, by its format (captions, tables), or by its
/// formatting (names in bold before each turn, questions in bold).
enum class Convention {
  none,
  colon_labels,
  tab_labels,
  line_labels,
  own,
  captions,
  table_rows,
  styled_labels,
  bold_questions
};

/// Something a person should look at. Nothing was lost because of it.
struct Diagnostic {
  std::size_t line = 0;  ///< from 1, in the stored text; 0: the file as a whole
  std::string message;   ///< one sentence, no file name
};

/// A turn that a document shows by other means than a label at a line's beginning.
struct DocumentTurn {
  text::TextRange label;  ///< all in the text that is not speech; empty if there is no such thing
  std::string speaker;    ///< the label without colon and time; empty: it does not say
  text::TextRange range;  ///< what was said; white space at its ends does not matter
  std::optional<std::chrono::milliseconds> started = std::nullopt;
  std::optional<std::chrono::milliseconds> ended = std::nullopt;
  std::optional<model::SpeakerRole> role = std::nullopt;  ///< if the label does not say it
};

/// A comment in the margin of a document.
struct DocumentComment {
  text::TextRange range;  ///< what it is on; without white space at its ends, not empty
  std::string author;     ///< may be empty
  std::string text;
};

/// A file of whatever format as plain text, with what its format tells besides. All ranges are
/// bytes of `text`, in order.
struct Document {
  /// Valid UTF-8, line ends LF. Of a formatted file: paragraphs, and the rows of tables, parted by
  /// a blank line; the lines within a paragraph, and the paragraphs within a cell, by a line end;
  /// the cells of a row by a tab. It ends with a line end.
  std::string text;
  std::string encoding;  ///< IANA name; of a format with one encoding the format's own
  bool encoding_was_guessed = false;
  /// Set for Markdown: where a colon ends that emphasis ended with (`**Ben:**`).
  std::optional<std::vector<std::size_t>> emphasised_colons;
  std::vector<text::TextRange> strong;       ///< in bold, or in a style for speakers or questions
  Convention convention = Convention::none;  ///< of `turns`
  std::vector<DocumentTurn> turns;           ///< empty: labels are to be looked for
  std::vector<text::TextRange> turn_rows;    ///< of the tables that gave the turns, said or not
  std::vector<model::SourceDetail> details;  ///< title, language, ... if the format has them
  std::vector<DocumentComment> comments;     ///< in order of `range`, then as in the file
  std::vector<Diagnostic> notices;
};

}  // namespace themata::ingest
