#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::container {

/// Throws `InputError`, which begins with `what` ("its part word/document.xml"), for XML that
/// declares entities in its document type, and for XML whose tree would take more than
/// `largest_tree` bytes, which is estimated from the text. Nothing is parsed: a parser is to be
/// called next, one that fetches nothing and expands no entity but XML's own five.
void require_harmless_xml(std::string_view bytes, std::size_t largest_tree,
                          const std::string& what);

}  // namespace themata::container
