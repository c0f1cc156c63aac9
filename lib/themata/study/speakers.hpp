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

struct RenamedSpeaker {
  std::string before;  ///< as the transcripts have it
  std::string now;
  std::size_t sources = 0;  ///< in which the label was
};

/// Gives a label another spelling, in every source that has it or in one. The text, the role and
/// the participant stay. Throws `NotFound` for a label that is nowhere, `Conflict` if a source has
/// a speaker of that name already (see `merge_speakers`).
RenamedSpeaker rename_speaker(Project& project, const std::string& label,
                              const std::string& new_label,
                              const std::optional<std::string>& source);

struct MergedSpeakers {
  std::string into;                       ///< the label, as the transcripts have it
  std::size_t merged = 0;                 ///< speakers whose turns went to another of their source
  std::size_t renamed = 0;                ///< speakers of sources where they were that one alone
  std::vector<SpeakerSummary> speakers;   ///< who they are now, one for each of those sources
  std::vector<std::string> participants;  ///< removed, since nobody speaks as them any more
};

/// Makes the turns of the speakers `labels` those of the speaker `into`, in every source that has
/// one of them or in one: two spellings of one name, or a label that a program gave twice. Where
/// the source has no `into`, its speaker becomes that one: same label, role and participant as
/// elsewhere. But a label that is generic ("P1"), or not the same one's in all sources, says
/// nothing of who that is: then the speaker gets the label, and stays who it was. The text stays.
/// Throws `NotFound` for labels that are nowhere.
MergedSpeakers merge_speakers(Project& project, const std::vector<std::string>& labels,
                              const std::string& into, const std::optional<std::string>& source);

}  // namespace themata::study
