#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "themata/report/figure.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/participant_table.hpp"

namespace themata::cli {

/// What `freq` can draw: a bar for each row, or a dot for each row and participant, as large as the
/// count or as the rate per 1,000 words.
enum class Chart { bars, participants, rates };
/// Declares `--chart`.
Option chart_option();
Chart chart_from(const Arguments& arguments);

/// Both throw `InputError` that says what to do if there is nothing to draw, or too much.
report::Figure bar_figure(const std::vector<study::TermCount>& rows);
report::Figure dot_figure(const study::ParticipantTable& table, Chart chart);

}  // namespace themata::cli
