#pragma once

#include <string>
#include <vector>

#include "themata/analysis/word_table.hpp"

namespace themata::bench {

/// The word table of texts that a participant each said, by ICU's own word iterator over UTF-16:
/// every spelling is folded once and found in a table with open addressing; the iterator, its
/// text and all buffers are used again. In table order.
std::vector<analysis::TermCount> count_with_icu(const std::vector<std::string>& texts);

}  // namespace themata::bench
