#include <cstdint>
#include <optional>

#include "themata/error.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/source_rows.hpp"
#include "themata/store/speakers.hpp"

namespace themata::store {
namespace {

/// Two speakers of one source.
struct Pair {
  model::SourceId source;
  std::int64_t from = 0;  ///< their numbers
  std::int64_t into = 0;
};

Pair pair_of(Database& database, model::SpeakerId from, model::SpeakerId into) {
  Query query(database,
              "SELECT a.source_id, a.number, b.number FROM speaker a JOIN speaker b "
              "ON b.source_id = a.source_id WHERE a.id = ?1 AND b.id = ?2 AND a.id <> b.id",
              from, into);
  if (!query.next()) throw NotFound("there are no such two speakers in one source");
  return {query.id<model::SourceId>(0), query.integer(1), query.integer(2)};
}

/// Speakers' numbers count on without a gap, so those above the one that goes come down by one.
void copy_turns(Database& database, const Pair& pair, std::int64_t transcript) {
  const std::int64_t into = pair.into - (pair.into > pair.from ? 1 : 0);
  Query(database,
        "INSERT INTO turn (transcript_id, number, speaker_number, label_begin, label_end, begin, "
        "\"end\", words, started, ended) "
        "SELECT ?2, t.number, CASE WHEN t.speaker_number = ?3 THEN ?4 "
        "WHEN t.speaker_number > ?3 THEN t.speaker_number - 1 ELSE t.speaker_number END, "
        "t.label_begin, t.label_end, t.begin, t.\"end\", t.words, t.started, t.ended "
        "FROM turn t JOIN source s ON s.transcript_id = t.transcript_id WHERE s.id = ?1",
        pair.source, transcript, pair.from, into)
      .run();
}

void copy_asides(Database& database, const Pair& pair, std::int64_t transcript) {
  Query(database,
        "INSERT INTO aside (transcript_id, begin, \"end\", turn_number, kind, bracket_id, words) "
        "SELECT ?2, a.begin, a.\"end\", a.turn_number, a.kind, a.bracket_id, a.words "
        "FROM aside a JOIN source s ON s.transcript_id = a.transcript_id WHERE s.id = ?1",
        pair.source, transcript)
      .run();
}

}  // namespace

void merge_speakers(Database& database, model::SpeakerId from, model::SpeakerId into,
                    const std::string& time) {
  const Pair pair = pair_of(database, from, into);
  const std::int64_t transcript = copy_transcript(database, pair.source, std::nullopt, time);
  copy_turns(database, pair, transcript);
  copy_asides(database, pair, transcript);
  Query(database, "UPDATE source SET transcript_id = ?2 WHERE id = ?1", pair.source, transcript)
      .run();
  Query(database, "DELETE FROM speaker WHERE id = ?1", from).run();
  Query(database, "UPDATE speaker SET number = number - 1 WHERE source_id = ?1 AND number > ?2",
        pair.source, pair.from)
      .run();
}

}  // namespace themata::store
