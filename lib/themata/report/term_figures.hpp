#pragma once

#include <vector>

#include "themata/analysis/participant_table.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/report/figure.hpp"

namespace themata::report {

/// A bar for each row of a word or term table, as long as its frequency, with the number of
/// participants at the right.
Figure frequency_figure(const std::vector<analysis::TermCount>& rows);

enum class DotSize {
  counts,  ///< how often it was said; with each term's frequency at the right
  rates    ///< how often per 1,000 of the participant's words
};
/// A row for each term, a column for each participant, and dots.
Figure participant_figure(const analysis::ParticipantTable& table, DotSize size);
/// The same with cells shaded by how often it was said, and each term's frequency at the right.
Figure heat_figure(const analysis::ParticipantTable& table);

}  // namespace themata::report
