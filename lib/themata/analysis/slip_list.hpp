#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "themata/model/corpus.hpp"
#include "themata/text/offsets.hpp"
#include "themata/text/slips.hpp"

namespace themata::analysis {

/// A word that is likely not what was meant.
struct SlipLine {
  std::string source;
  std::size_t turn = 0;     ///< its number, from 1
  std::string participant;  ///< who says it; the speaker's label for a researcher
  text::CodePointRange range;
  std::string word;
  text::Slip slip = text::Slip::full_stop;
};

/// The words of the selected speech at which there is a slip (see `text::slip_at`), in the study's
/// order.
void list_slips(model::Corpus& corpus, const std::function<void(const SlipLine&)>& sink);

}  // namespace themata::analysis
