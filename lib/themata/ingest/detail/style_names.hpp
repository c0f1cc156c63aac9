#pragma once

#include <string_view>

namespace themata::ingest::detail {

/// True for the name of a style that transcribers set speakers or questions in: "Speaker",
/// "Interviewer", "Question 2", "Moderator Char"; not "Speaker text", "Answer".
bool names_speaker_style(std::string_view name);

/// True for the name of a style for titles: "heading 1", "Title", "Subtitle", "Heading_20_2".
bool names_heading_style(std::string_view name);

}  // namespace themata::ingest::detail
