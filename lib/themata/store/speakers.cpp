#include "themata/store/speakers.hpp"

#include <cstdint>
#include <unordered_map>

#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct Spoken {
  std::size_t turns = 0;
  std::size_t words = 0;
};

using SpeakerNumber = std::pair<std::int64_t, std::int64_t>;  ///< transcript, number in it

struct SpeakerNumberHash {
  std::size_t operator()(const SpeakerNumber& key) const {
    return std::hash<std::int64_t>{}((key.first << 20) ^ key.second);
  }
};

using SpokenBySpeaker = std::unordered_map<SpeakerNumber, Spoken, SpeakerNumberHash>;

/// In one pass over the turns and one over the asides (sorting them by speaker costs SQLite more).
SpokenBySpeaker spoken_by_speaker(Database& database) {
  SpokenBySpeaker spoken;
  Query turns(database,
              "SELECT transcript_id, speaker_number, words FROM turn "
              "WHERE speaker_number IS NOT NULL");
  while (turns.next()) {
    Spoken& speaker = spoken[{turns.integer(0), turns.integer(1)}];
    ++speaker.turns;
    speaker.words += turns.size(2);
  }
  Query asides(database,
               "SELECT a.transcript_id, t.speaker_number, a.words FROM aside a "
               "JOIN turn t ON t.transcript_id = a.transcript_id AND t.number = a.turn_number "
               "LEFT JOIN bracket b ON b.id = a.bracket_id "
               "LEFT JOIN bracket_rule r ON r.text = b.text "
               "WHERE coalesce(r.kind, a.kind) = 'speech' AND t.speaker_number IS NOT NULL");
  while (asides.next()) spoken[{asides.integer(0), asides.integer(1)}].words += asides.size(2);
  return spoken;
}

}  // namespace

std::vector<SpeakerSummary> speaker_summaries(Database& database) {
  const ReadTransaction transaction(database);
  SpokenBySpeaker spoken = spoken_by_speaker(database);
  std::vector<SpeakerSummary> result;
  Query query(database,
              "SELECT k.id, k.source_id, k.label, k.role, k.participant_id, s.name, "
              "coalesce(p.name, ''), s.transcript_id, k.number "
              "FROM source s JOIN speaker k ON k.source_id = s.id "
              "LEFT JOIN participant p ON p.id = k.participant_id "
              "ORDER BY s.position, s.id, k.number");
  while (query.next()) {
    const Spoken& words = spoken[{query.integer(7), query.integer(8)}];
    result.push_back(
        {{query.id<model::SpeakerId>(0), query.id<model::SourceId>(1), query.text(2),
          query.word<model::parse_speaker_role>(3), query.optional_id<model::ParticipantId>(4)},
         query.text(5),
         query.text(6),
         words.turns,
         words.words});
  }
  return result;
}

void set_speaker(Database& database, model::SpeakerId id, model::SpeakerRole role,
                 std::optional<model::ParticipantId> participant) {
  Query(database, "UPDATE speaker SET role = ?2, participant_id = ?3 WHERE id = ?1", id,
        model::to_string(role), participant)
      .run();
  require_row(database, "speaker", id.value);
}

}  // namespace themata::store
