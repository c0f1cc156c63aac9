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

}  // namespace themata::store
