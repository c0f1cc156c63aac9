#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

struct SpeakerSummary {
  model::Speaker speaker;
  std::string source;
  std::string participant;  ///< name; empty if none
  std::size_t turns = 0;
  std::size_t words = 0;
};

/// By source in the study's order, then in order of first speaking.
std::vector<SpeakerSummary> speaker_summaries(Database& database);
void set_speaker(Database& database, model::SpeakerId id, model::SpeakerRole role,
                 std::optional<model::ParticipantId> participant);
/// Gives a speaker another label. What the transcript's text says stays.
void rename_speaker(Database& database, model::SpeakerId id, const std::string& label);
/// Makes the turns of `from` those of `into`, a speaker of the same source, and removes `from`. The
/// source's turns become another reading (see `set_turns`), made at `time` (ISO 8601, UTC). Throws
/// `NotFound` if they are not two speakers of one source.
void merge_speakers(Database& database, model::SpeakerId from, model::SpeakerId into,
                    const std::string& time);

}  // namespace themata::store
