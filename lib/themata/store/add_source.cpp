#include <cassert>
#include <cstdint>
#include <optional>
#include <string_view>

#include "themata/store/detail/content.hpp"
#include "themata/store/detail/insert_rows.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/source_rows.hpp"
#include "themata/store/sources.hpp"

namespace themata::store {
namespace {

std::int64_t add_reading(Database& database, const NewSource& source) {
  const std::int64_t text = store_content(database, source.text_hash, source.text);
  std::optional<std::int64_t> original;
  if (source.original_hash != source.text_hash) {
    original = store_content(database, source.original_hash, source.original);
  }
  Query(database,
        "INSERT INTO transcript (text_id, original_id, file_name, encoding, convention, imported) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        text, original, source.file_name, source.encoding, source.convention, source.imported)
      .run();
  return last_id(database);
}

void add_turns(Database& database, std::int64_t transcript, const NewSource& source) {
  assert(source.turns.size() == source.turn_words.size());
  insert_rows(database,
              "INSERT INTO turn (transcript_id, number, speaker_number, label_begin, label_end, "
              "begin, \"end\", words, started, ended) VALUES ",
              10, source.turns.size(), [&](Query& row, int before, std::size_t i) {
                const model::Turn& turn = source.turns[i];
                row.bind_after(before, transcript, turn.number, turn.speaker,
                               turn.label.begin.value, turn.label.end.value, turn.range.begin.value,
                               turn.range.end.value, source.turn_words[i], turn.started,
                               turn.ended);
              });
}

std::int64_t bracket_id(Database& database, std::string_view text) {
  StringMap<std::int64_t>& known = connection_of(database).bracket_ids();
  if (const auto found = known.find(text); found != known.end()) return found->second;
  Query lookup(database, "SELECT id FROM bracket WHERE text = ?1", text);
  std::int64_t id = 0;
  if (lookup.next()) {
    id = lookup.integer(0);
  } else {
    Query(database, "INSERT INTO bracket (text) VALUES (?1)", text).run();
    id = last_id(database);
  }
  known.emplace(text, id);
  return id;
}

/// None for a timestamp that stands without brackets.
std::optional<std::int64_t> bracket_of(Database& database, std::string_view aside) {
  if (aside.empty() || (aside.front() != '[' && aside.front() != '(')) return std::nullopt;
  return bracket_id(database, aside);
}

/// The number of the turn that an aside is in. Both come in order, so the search goes on where it
/// was.
class TurnFinder {
 public:
  explicit TurnFinder(const std::vector<model::Turn>& turns)
      : next_(turns.begin()), end_(turns.end()) {}

  std::size_t operator()(const model::Aside& aside) {
    while (next_ != end_ && next_->range.end <= aside.range.begin) ++next_;
    assert(next_ != end_ && next_->range.contains(aside.range));
    return next_->number;
  }

 private:
  std::vector<model::Turn>::const_iterator next_;
  std::vector<model::Turn>::const_iterator end_;
};

void add_asides(Database& database, std::int64_t transcript, const NewSource& source) {
  assert(source.asides.size() == source.aside_words.size());
  TurnFinder turn_of(source.turns);
  insert_rows(database,
              "INSERT INTO aside (transcript_id, begin, \"end\", turn_number, kind, bracket_id, "
              "words) VALUES ",
              7, source.asides.size(), [&](Query& row, int before, std::size_t i) {
                const model::Aside& aside = source.asides[i];
                row.bind_after(before, transcript, aside.range.begin.value, aside.range.end.value,
                               turn_of(aside), model::to_string(aside.kind),
                               bracket_of(database, text::slice(source.text, aside.range)),
                               source.aside_words[i]);
              });
}

void add_details(Database& database, model::SourceId id,
                 const std::vector<model::SourceDetail>& details) {
  Query insert(database,
               "INSERT INTO source_detail (source_id, position, key, value) "
               "VALUES (?1, ?2, ?3, ?4)");
  std::int64_t position = 0;
  for (const model::SourceDetail& detail : details) {
    insert.bind(id, ++position, detail.key, detail.value).run();
  }
}

void add_speakers(Database& database, model::SourceId id,
                  const std::vector<NewSource::NewSpeaker>& speakers) {
  Query insert(database,
               "INSERT INTO speaker (source_id, number, label, role, participant_id) "
               "VALUES (?1, ?2, ?3, ?4, ?5)");
  std::int64_t number = 0;
  for (const NewSource::NewSpeaker& speaker : speakers) {
    insert.bind(id, number++, speaker.label, model::to_string(speaker.role), speaker.participant)
        .run();
  }
}

}  // namespace

std::int64_t copy_transcript(Database& database, model::SourceId id,
                             const std::optional<std::string>& convention,
                             const std::string& time) {
  Query(database,
        "INSERT INTO transcript (text_id, original_id, file_name, encoding, convention, imported) "
        "SELECT r.text_id, r.original_id, r.file_name, r.encoding, coalesce(?2, r.convention), ?3 "
        "FROM transcript r JOIN source s ON s.transcript_id = r.id WHERE s.id = ?1",
        id, convention, time)
      .run();
  return last_id(database);
}

std::int64_t add_transcript(Database& database, const NewSource& source) {
  const std::int64_t transcript = add_reading(database, source);
  add_turns(database, transcript, source);
  add_asides(database, transcript, source);
  return transcript;
}

void set_transcript(Database& database, model::SourceId id, std::int64_t transcript,
                    const NewSource& reading) {
  Query(database, "UPDATE source SET transcript_id = ?2 WHERE id = ?1", id, transcript).run();
  Query(database, "DELETE FROM source_detail WHERE source_id = ?1", id).run();
  Query(database, "DELETE FROM speaker WHERE source_id = ?1", id).run();
  add_details(database, id, reading.details);
  add_speakers(database, id, reading.speakers);
}

void set_turns(Database& database, model::SourceId id, const NewSource& reading) {
  const std::int64_t transcript =
      copy_transcript(database, id, reading.convention, reading.imported);
  add_turns(database, transcript, reading);
  add_asides(database, transcript, reading);
  set_transcript(database, id, transcript, reading);
}

model::SourceId add_source(Database& database, const NewSource& source) {
  const std::int64_t transcript = add_transcript(database, source);
  Query(database,
        "INSERT INTO source (guid, name, kind, occasion, language, position, transcript_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(position), 0) + 1 FROM source), ?6)",
        source.guid, source.name, model::to_string(source.kind), source.occasion, source.language,
        transcript)
      .run();
  const model::SourceId id{last_id(database)};
  add_details(database, id, source.details);
  add_speakers(database, id, source.speakers);
  return id;
}

}  // namespace themata::store
