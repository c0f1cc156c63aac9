#pragma once

#include <string_view>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/model/source.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest {

/// The asides within one turn: `[...]`, `#00:12:31-5#`, `(00:12:31)`, `(laughs)`, a time at a
/// line's start, by the rules of `docs/cli.md`. Also parentheses that are speech, with the kind
/// `speech`, so that every distinct bracket can be listed and classed. No bracket goes on behind a
/// blank line: the first one of a paragraph that is not closed in it is reported, and what follows
/// it stays speech. `range` is the turn's; results are in order and do not overlap: an inner
/// bracket belongs to its outer one, except that what is not speech inside of spoken parentheses is
/// listed in their place: of `(so I [laughs] went)` the
/// `[laughs]`.
std::vector<model::Aside> find_asides(std::string_view text, text::TextRange range,
                                      std::vector<Diagnostic>& diagnostics);

/// The kind a bracket with this text (brackets included) has unless the study says otherwise. Any
/// other aside is a timestamp.
model::AsideKind classify_bracket(std::string_view bracket);

}  // namespace themata::ingest
