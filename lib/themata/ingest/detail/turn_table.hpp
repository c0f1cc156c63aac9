#pragma once

#include <string_view>
#include <vector>

#include "themata/ingest/document.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// A row of a table: its cells from left to right, as ranges of the text. An empty cell is an empty
/// range where it would be.
struct TableRow {
  std::vector<text::TextRange> cells;
};

/// The turns of a table whose rows say who speaks: one column holds what is said (the one with the
/// most text), one before it names (see `speaker_name_in`), of which one comes again or is a
/// researcher's or generic label, and others, if any, times and numbers of lines. A cell without a
/// name goes on with the speaker above. Rows of the columns' titles, and rows in which nothing is
/// said, are nobody's. Where no column holds names but what is said begins with labels (`Kay: So.`),
/// these tell the turns, and what stands in other columns (numbers of lines, codes, notes) is
/// nobody's. Empty if it is no such table, or one of more than 256 columns.
std::vector<DocumentTurn> turns_of_table(std::string_view text, const std::vector<TableRow>& rows);

/// `name` without white space at its ends, a colon behind it, and a time or a parenthesis behind
/// that: "Ben" of " Ben (10:31): ". Empty if it cannot be a speaker's name: more than four words,
/// no letter, the end of a sentence.
std::string_view speaker_name_in(std::string_view name);

}  // namespace themata::ingest::detail
