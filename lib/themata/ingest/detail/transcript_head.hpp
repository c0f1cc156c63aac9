#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "themata/ingest/detail/label_census.hpp"
#include "themata/model/source.hpp"

namespace themata::ingest::detail {

/// How many of the first lines of a census of colon labels are no turns but the transcript's head:
///
///     Interviewer: Sarah Smith
///     Participant: Joanne
///     Date: 3 May
///
/// A line with a detail key is (`Date`), and so is whatever `Interviewer: NAME` or `Participant:
/// NAME` stands before one, or beside one in a block of such lines. Without such a key, it takes
/// more: NAME is itself a label further down, or a label of the same role is (`I:`, `P:`), while
/// the word is none.
std::size_t count_head_lines(std::string_view text, const LabelCensus& census);

/// The `key: value` lines of a text's beginning, where nobody speaks yet.
std::vector<model::SourceDetail> read_details(std::string_view head);

}  // namespace themata::ingest::detail
