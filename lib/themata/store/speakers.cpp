#include "themata/store/speakers.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "themata/store/detail/query.hpp"
#include "themata/store/detail/spoken_asides.hpp"

namespace themata::store {
namespace {

/// The speakers of each transcript, in order of their numbers, which count from 0.
using SpeakersOfTranscript = std::unordered_map<std::int64_t, std::span<SpeakerSummary>>;

/// Calls `count` with the speaker's summary for every row of transcript, speaker's number, words.
/// (Rows of transcripts that no source has any more have none.)
template <class Count>
void for_each_speaker(Database& database, const SpeakersOfTranscript& speakers, const char* sql,
                      const Count& count) {
  Query query(database, sql);
  while (query.next()) {
    const auto found = speakers.find(query.integer(0));
    if (found == speakers.end() || query.size(1) >= found->second.size()) continue;
    count(found->second[query.size(1)], query.size(2));
  }
}

/// In one pass over the turns and one over the asides (sorting them by speaker costs SQLite more).
void count_words(Database& database, const SpeakersOfTranscript& speakers) {
  for_each_speaker(database, speakers,
                   "SELECT transcript_id, speaker_number, words FROM turn "
                   "WHERE speaker_number IS NOT NULL",
                   [](SpeakerSummary& speaker, std::size_t words) {
                     ++speaker.turns;
                     speaker.words += words;
                   });
  for_each_speaker(database, speakers, spoken_asides,
                   [](SpeakerSummary& speaker, std::size_t words) { speaker.words += words; });
}

}  // namespace

std::vector<SpeakerSummary> speaker_summaries(Database& database) {
  const ReadTransaction transaction(database);
  std::vector<SpeakerSummary> result;
  std::vector<std::int64_t> transcripts;  // one for each of `result`
  Query query(database,
              "SELECT k.id, k.source_id, k.label, k.role, k.participant_id, s.name, "
              "coalesce(p.name, ''), s.transcript_id "
              "FROM source s JOIN speaker k ON k.source_id = s.id "
              "LEFT JOIN participant p ON p.id = k.participant_id "
              "ORDER BY s.position, s.id, k.number");
  while (query.next()) {
    result.push_back(
        {{query.id<model::SpeakerId>(0), query.id<model::SourceId>(1), query.text(2),
          query.word<model::parse_speaker_role>(3), query.optional_id<model::ParticipantId>(4)},
         query.text(5),
         query.text(6)});
    transcripts.push_back(query.integer(7));
  }
  SpeakersOfTranscript speakers;
  for (std::size_t begin = 0, end = 0; begin < result.size(); begin = end) {
    while (end < result.size() && transcripts[end] == transcripts[begin]) ++end;
    speakers.emplace(transcripts[begin], std::span(result).subspan(begin, end - begin));
  }
  count_words(database, speakers);
  return result;
}

void set_speaker(Database& database, model::SpeakerId id, model::SpeakerRole role,
                 std::optional<model::ParticipantId> participant) {
  Query(database, "UPDATE speaker SET role = ?2, participant_id = ?3 WHERE id = ?1", id,
        model::to_string(role), participant)
      .run();
  require_row(database, "speaker", id.value);
}

void rename_speaker(Database& database, model::SpeakerId id, const std::string& label) {
  Query(database, "UPDATE speaker SET label = ?2 WHERE id = ?1", id, label).run();
  require_row(database, "speaker", id.value);
}

}  // namespace themata::store
