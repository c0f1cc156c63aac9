#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace themata::ingest {

/// A comment in a margin, read as somebody's coding.
struct CommentReading {
  std::vector<std::string> codes;  ///< in order, each once
  std::string remark;              ///< what reads like a remark and not like a name; may be empty
};

/// Reads a comment as codes, parted by `;` or a line's end, without a heading such as "Code:". A
/// piece reads like a remark if it ends as a sentence does, is longer than 8 words or 80 bytes, or
/// begins with a word such as "note:" or "check:"; the pieces that do make the remark, parted by
/// "; ".
CommentReading read_comment(std::string_view comment);

}  // namespace themata::ingest
