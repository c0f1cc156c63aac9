#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::ingest::detail {

/// A Markdown text with its inline mark-up undone, and what of it tells about labels.
struct PlainMarkdown {
  std::string text;
  /// Where a colon ends that emphasis ended with, in order. It ends a label even where no white
  /// space follows: `**Ben:**"Oh"`.
  std::vector<std::size_t> emphasised_colons;
};

/// See `plain_from_markdown`.
PlainMarkdown plain_markdown(std::string_view markdown);

}  // namespace themata::ingest::detail
