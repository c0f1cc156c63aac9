#pragma once

#include "themata/ingest/document.hpp"

namespace themata::ingest::detail {

/// Finds turns in a document whose text has no labels, by what is in bold, and puts them into
/// `document.turns`, with the convention and a notice of what was taken for what:
///
/// - a name in bold at the beginning of paragraphs that go on otherwise (`styled_labels`): at least
///   two names, each of which comes again or is a researcher's or generic label. A mark behind it
///   (`:`, `|`, a dash) is part of the label;
/// - whole paragraphs in bold by turns with others (`bold_questions`), at least two of each. If
/// most
///   of either kind ask (they end with a question mark) and most of the other do not, those are the
///   interviewer's and the others the participant's. If that is not clear, what is in bold is
///   nobody's in particular, and so in no count of participants.
///
/// Leaves the document as it is if neither is there.
void find_styled_turns(Document& document);

}  // namespace themata::ingest::detail
