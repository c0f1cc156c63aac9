#pragma once

#include <string>
#include <vector>

#include "themata/model/participant.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Who of a study a participant is, and who is somebody else.
struct PersonNames {
  /// What the person is called, the participant's name first: labels of speakers, labels as they
  /// stand in transcripts, and what all these were called before they were renamed. Labels of
  /// anybody ("P2", "Interviewer") are not among them.
  std::vector<std::string> names;
  /// Names and labels of all others.
  std::vector<std::string> others;
};
PersonNames names_of(Project& project, const model::Participant& who);

/// True for "P2", "3", "Interviewer": who that is depends on the source that it stands in.
bool is_anybody(const std::string& name);

/// "Ben" of a turn's label as it stands in a transcript: "Ben [00:12:31]:". May be empty.
std::string name_in_label(std::string_view label);

}  // namespace themata::study::detail
