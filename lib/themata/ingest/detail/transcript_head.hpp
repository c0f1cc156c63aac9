#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "themata/ingest/detail/label_census.hpp"
#include "themata/model/source.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// The lines above a transcript's first turn that look like turns:
///
///     Interviewer: Sarah Smith
///     Participant: Joanne
///     Date: 3 May
struct TranscriptHead {
  std::size_t lines = 0;  ///< how many of the first lines of a census of colon labels
  /// Where the text below begins if no label is in it: behind the blank line that closes the head.
  /// The text's beginning if it is not clear that there is a head.
  text::ByteOffset text_below;
};

/// A line with a detail key (`Date`) is of the head, and so is whatever short line stands before it
/// in one block, and `Interviewer: NAME` or `Participant: NAME` above it. Without such a key a head
/// is a block of lines, closed by a blank one, that names a person by the role and holds nothing
/// that reads as an utterance, whatever its other keys and even if they are labels further down; or
/// `Participant: NAME` where NAME, or another label of the same role (`I:`, `P:`), is a label
/// further down, while the word is none.
TranscriptHead find_head(std::string_view text, const LabelCensus& census);

/// The `key: value` lines of a text's beginning, where nobody speaks yet.
std::vector<model::SourceDetail> read_details(std::string_view head);

}  // namespace themata::ingest::detail
