#pragma once

#include "themata/ingest/document.hpp"
#include "themata/ingest/transcript.hpp"

namespace themata::ingest::detail {

/// Makes the document's own turns those of `transcript`, which has its text, with their speakers.
/// What a label says of itself decides its role, unless the turn has one.
void take_document_turns(const Document& document, Transcript& transcript);

}  // namespace themata::ingest::detail
