#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "themata/report/figure.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/participant_table.hpp"

namespace themata::cli {

/// What `freq` can draw: a bar for each row, or, for each row and participant, a dot, as large as
/// the count or as the rate per 1,000 words, or a cell shaded by the count.
enum class Chart { bars, participants, rates, heat };
/// Declares `--chart`.
Option chart_option();
Chart chart_from(const Arguments& arguments);

/// Both throw `InputError` that says what to do if there is nothing to draw, or too much.
report::Figure bar_figure(const std::vector<study::TermCount>& rows);
report::Figure grid_figure(const study::ParticipantTable& table, Chart chart);

}  // namespace themata::cli
