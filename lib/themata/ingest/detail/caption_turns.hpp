#pragma once

#include "themata/ingest/detail/caption_cues.hpp"
#include "themata/ingest/detail/caption_text.hpp"
#include "themata/ingest/document.hpp"

namespace themata::ingest::detail {

/// Makes the captions the text and the turns of `document`.
///
/// Who speaks a voice says, or a label before a colon (`Ben:`, `[SPEAKER_00]:`) that is a
/// researcher's or a generic one or comes again, if there are at least two such or most captions
/// have one; where most have one, also labels that stand there once. A line without either goes on
/// with the speaker before it, but is nobody's, which a notice tells, if it begins with a dash or
/// `>>` (another person speaks), or in a file with voices. Captions of one speaker are one turn, up
/// to a silence of more than 30 s. `>>` is left out of the text.
///
/// Captions in which nobody is named are turns without speaker: a silence of 2 s, a dash or `>>`
/// before a line, and after a minute the end of a sentence (after two the end of any caption)
/// begin a new one.
void take_caption_turns(const std::vector<Cue>& cues, const CaptionText& captions,
                        Document& document);

}  // namespace themata::ingest::detail
