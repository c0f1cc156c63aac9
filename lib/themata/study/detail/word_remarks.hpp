#pragma once

#include <vector>

#include "themata/study/checklist.hpp"

namespace themata::study::detail {

/// Every word of the method in the study's definitions and memos, in the codebook's order and then
/// by memo. Examples are left out: they are participants' words.
std::vector<WordRemark> word_remarks(Project& project);

}  // namespace themata::study::detail
