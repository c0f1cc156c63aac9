#pragma once

#include <vector>

#include "themata/ingest/detail/label_choice.hpp"
#include "themata/ingest/transcript.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// Adds to the diagnostics of `transcript`, which is complete but for them, what a person should
/// look at, in order of lines. Of each kind no more than a screenful is listed, the rest counted.
void report_oddities(const LabelChoice& choice, const std::vector<text::ByteOffset>& unclosed,
                     Transcript& transcript);

/// The same for a document whose turns were not found by labels in its text. Tells also of
/// paragraphs with words that are in no turn: a title above the first turn and what stands in
/// `turn_rows` (see `Document`) is as it should be.
void report_document_oddities(const std::vector<text::ByteOffset>& unclosed,
                              const std::vector<text::TextRange>& turn_rows,
                              Transcript& transcript);

}  // namespace themata::ingest::detail
