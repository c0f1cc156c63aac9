#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::ingest::detail {

/// Appends the inline content `inlines` (one paragraph, heading or the like) to `out`, with its
/// escapes, emphasis and character references undone. Code spans, links' destinations, HTML and
/// autolinks are copied as they are. Linear in the length of `inlines`. Appends to
/// `emphasised_colons` the ends, in `out`, of the colons that emphasis ended with: `**Ben:**`.
void append_plain_inlines(std::string_view inlines, std::string& out,
                          std::vector<std::size_t>& emphasised_colons);

}  // namespace themata::ingest::detail
