#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "themata/ingest/detail/document_builder.hpp"

namespace themata::ingest::detail {

/// "1 text box was", "2 text boxes were", for notices.
std::string many(std::size_t count, std::string_view one, std::string_view more);

/// Tells of tracked changes, if there were any.
void notice_changes(std::size_t insertions, std::size_t deletions, DocumentBuilder& builder);

/// What a text document holds beside its text, which is in no transcript.
struct LeftOut {
  std::size_t notes = 0;  ///< footnotes and endnotes
  std::size_t text_boxes = 0;
  std::size_t hidden = 0;  ///< stretches of hidden text
};

/// Tells of it, if there was any.
void notice_left_out(const LeftOut& counts, DocumentBuilder& builder);

/// A document's text as that of a comment: a line end between paragraphs, none behind the last.
std::string lines_of_paragraphs(std::string_view text);

}  // namespace themata::ingest::detail
