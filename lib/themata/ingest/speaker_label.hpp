#pragma once

#include <optional>
#include <string_view>

#include "themata/ingest/transcript.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest {

/// A place that has the shape of a speaker label. Ranges are bytes of the text it was found in.
struct LabelCandidate {
  Convention convention = Convention::colon_labels;
  text::TextRange name;   ///< the words: `Ben` in `Ben [00:12:31]: text`
  text::TextRange label;  ///< all that is not speech: `Ben [00:12:31]:`
};

/// The colon or tab label at the beginning of a line, or the line label that fills it (its context
/// of blank lines is the caller's to check). `line` is the range of the line without its end.
std::optional<LabelCandidate> colon_label(std::string_view text, text::TextRange line);
std::optional<LabelCandidate> tab_label(std::string_view text, text::TextRange line);
std::optional<LabelCandidate> line_label(std::string_view text, text::TextRange line);

/// The speaker's name in a label as it is typed, as the readers take it: `Ben` of
/// `Ben [00:12:31]:`, `[Ben]:` or the cells `1<TAB>Ben<TAB>`. All of it, trimmed, if there is no
/// such name in it (`<BEN>`).
std::string_view name_in_label(std::string_view typed);

/// What a label says about its speaker by itself: researcher labels (Interviewer, Int, I, Q, ...)
/// and generic labels (P, Respondent, Speaker 2, ...), any case, with or without a number.
bool is_researcher_label(std::string_view name);
bool is_generic_label(std::string_view name);

/// True for a label of nobody in particular, who is counted as no participant: Interpreter,
/// Everyone, Group, Unknown and the like, alone or before Speaker, Voice, Person or Participants,
/// any case, with or without a number: `UNIDENTIFIED SPEAKER 2`.
bool is_other_label(std::string_view name);

/// True if every word begins with a capital letter or a digit; true if all letters are lower case.
bool is_capitalised(std::string_view name);
bool is_lower_case(std::string_view name);

}  // namespace themata::ingest
