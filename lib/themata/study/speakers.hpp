#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/store/speakers.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using store::SpeakerSummary;

std::vector<SpeakerSummary> list_speakers(Project& project);

struct SpeakerRequest {
  std::string label;
  std::optional<std::string> source;  ///< only there; else in every source that has the label
  std::optional<model::SpeakerRole> role;
  std::optional<std::string> participant;  ///< found by name or made; implies the role
};

struct SpeakerOutcome {
  std::size_t speakers = 0;               ///< whose role or participant was set
  std::vector<std::string> participants;  ///< removed, since nobody speaks as them any more
};

/// Says who a label is. A speaker with the role participant and no participant yet becomes the
/// participant of the label's name. Throws `NotFound` for a label that is nowhere, `InputError` for
/// a participant together with another role.
SpeakerOutcome set_speaker(Project& project, const SpeakerRequest& request);

}  // namespace themata::study
