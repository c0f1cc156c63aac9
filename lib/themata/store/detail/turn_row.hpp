#pragma once

#include "themata/model/source.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {

/// The columns that make a turn, for the beginning of a SELECT from the table `turn`.
inline constexpr const char* turn_columns =
    "SELECT number, speaker_number, label_begin, label_end, begin, \"end\", started, ended";
inline constexpr int turn_column_count = 8;

/// The turn of the present row of such a query.
inline model::Turn turn_of_row(const Query& row) {
  model::Turn turn;
  turn.number = row.size(0);
  if (!row.null(1)) turn.speaker = row.size(1);
  turn.label = text::byte_range(row.size(2), row.size(3));
  turn.range = text::byte_range(row.size(4), row.size(5));
  turn.started = row.optional_milliseconds(6);
  turn.ended = row.optional_milliseconds(7);
  return turn;
}

}  // namespace themata::store
