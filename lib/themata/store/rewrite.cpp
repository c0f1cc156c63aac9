#include "themata/store/rewrite.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "themata/store/codings.hpp"
#include "themata/store/detail/content.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/transcript_rows.hpp"
#include "themata/text/characters.hpp"

namespace themata::store {
namespace {

std::int64_t transcript_of(Database& database, model::SourceId id) {
  Query query(database, "SELECT transcript_id FROM source WHERE id = ?1", id);
  if (!query.next()) throw_damaged(database.path(), "a source of it is missing");
  return query.integer(0);
}

void load_speakers(Database& database, model::SourceId id, NewSource& reading) {
  Query query(database,
              "SELECT label, role, participant_id FROM speaker WHERE source_id = ?1 "
              "ORDER BY number",
              id);
  while (query.next()) {
    reading.speakers.push_back({query.text(0), query.word<model::parse_speaker_role>(1),
                                query.optional_id<model::ParticipantId>(2)});
  }
}

void load_turns(Database& database, std::int64_t transcript, NewSource& reading) {
  Query query(database,
              "SELECT number, speaker_number, label_begin, label_end, begin, \"end\", words, "
              "started, ended FROM turn WHERE transcript_id = ?1 ORDER BY number",
              transcript);
  while (query.next()) {
    model::Turn turn;
    turn.number = query.size(0);
    if (!query.null(1)) turn.speaker = query.size(1);
    turn.label = text::byte_range(query.size(2), query.size(3));
    turn.range = text::byte_range(query.size(4), query.size(5));
    turn.started = query.optional_milliseconds(7);
    turn.ended = query.optional_milliseconds(8);
    reading.turns.push_back(turn);
    reading.turn_words.push_back(query.size(6));
  }
}

void load_asides(Database& database, std::int64_t transcript, NewSource& reading) {
  Query query(database,
              "SELECT begin, \"end\", kind, words FROM aside WHERE transcript_id = ?1 "
              "ORDER BY begin",
              transcript);
  while (query.next()) {
    reading.asides.push_back(
        {text::byte_range(query.size(0), query.size(1)), query.word<model::parse_aside_kind>(2)});
    reading.aside_words.push_back(query.size(3));
  }
}

/// What stands for a file whose bytes were let go: no file that could be imported is empty.
std::int64_t no_bytes(Database& database) { return store_content(database, sha256({}), {}); }

void put_text(Database& database, std::int64_t transcript, const NewSource& reading) {
  const std::int64_t text = store_content(database, sha256(reading.text), reading.text);
  Query(database, "UPDATE transcript SET text_id = ?2, original_id = ?3 WHERE id = ?1", transcript,
        text, no_bytes(database))
      .run();
}

/// `range` of `text` without white space at its ends.
text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view whole = slice(text, range);
  const std::string_view inner = text::trim(whole);
  if (inner.empty()) return {range.begin, range.begin};
  const auto before = static_cast<std::size_t>(inner.data() - whole.data());
  return {range.begin + before, range.begin + before + inner.size()};
}

struct MovedCoding {
  model::CodingId id;
  text::TextRange range;
  bool touched = false;
};

/// The source's codings and where they go.
std::vector<MovedCoding> moved_codings(Database& database, model::SourceId id,
                                       std::string_view text, const text::Edits& edits) {
  std::vector<MovedCoding> moved;
  Query query(database, "SELECT id, begin, \"end\" FROM coding WHERE source_id = ?1 ORDER BY id",
              id);
  while (query.next()) {
    const text::TextRange old = text::byte_range(query.size(1), query.size(2));
    const bool touched = edits.cuts(old.begin) || edits.cuts(old.end);
    text::TextRange now = edits.moved(old);
    if (touched) now = trimmed(text, now);
    moved.push_back({query.id<model::CodingId>(0), now, touched});
  }
  return moved;
}

void remove_flag(Database& database, model::CodingId id) {
  Query(database, "DELETE FROM coding_flag WHERE coding_id = ?1", id).run();
}

/// Gives the memos on one coding to another, which says the same, and removes it.
void join(Database& database, model::CodingId coding, model::CodingId same) {
  Query(database, "UPDATE memo SET target_id = ?2 WHERE target = 'coding' AND target_id = ?1",
        coding, same)
      .run();
  remove_flag(database, coding);
  remove_codings(database, {coding});
}

std::size_t join_equal(Database& database, model::SourceId id) {
  std::vector<std::pair<model::CodingId, model::CodingId>> equal;
  Query query(database,
              "SELECT c.id, (SELECT min(d.id) FROM coding d WHERE d.source_id = c.source_id "
              "AND d.begin = c.begin AND d.\"end\" = c.\"end\" AND d.code_id = c.code_id "
              "AND d.coder_id = c.coder_id) AS first FROM coding c "
              "WHERE c.source_id = ?1 AND first < c.id",
              id);
  while (query.next()) {
    equal.emplace_back(query.id<model::CodingId>(0), query.id<model::CodingId>(1));
  }
  for (const auto& [coding, same] : equal) join(database, coding, same);
  return equal.size();
}

RewrittenCodings move_codings(Database& database, model::SourceId id, std::string_view text,
                              const text::Edits& edits) {
  RewrittenCodings outcome;
  Query update(database, "UPDATE coding SET begin = ?2, \"end\" = ?3 WHERE id = ?1");
  for (const MovedCoding& coding : moved_codings(database, id, text, edits)) {
    if (coding.range.empty()) {
      remove_flag(database, coding.id);
      remove_codings(database, {coding.id});
      ++outcome.removed;
      continue;
    }
    update.bind(coding.id, coding.range.begin.value, coding.range.end.value).run();
    if (coding.touched) outcome.touched.push_back(coding.id);
  }
  if (outcome.touched.empty()) return outcome;
  outcome.joined = join_equal(database, id);
  if (outcome.joined > 0) {
    const auto left = codings(database, outcome.touched);
    outcome.touched.clear();
    for (const model::Coding& coding : left) outcome.touched.push_back(coding.id);
  }
  return outcome;
}

/// Decisions on hits are known by their place, so all are taken out before any is put back.
void move_hits(Database& database, model::SourceId id, const text::Edits& edits) {
  struct Hit {
    std::int64_t family;
    text::TextRange range;
    std::string decision;
    std::string reason;
    std::int64_t coder;
    std::string decided;
  };
  std::vector<Hit> hits;
  Query query(database,
              "SELECT family_id, begin, \"end\", decision, reason, coder_id, decided "
              "FROM term_hit WHERE source_id = ?1 ORDER BY family_id, begin, \"end\"",
              id);
  while (query.next()) {
    hits.push_back({query.integer(0), edits.moved(text::byte_range(query.size(1), query.size(2))),
                    query.text(3), query.text(4), query.integer(5), query.text(6)});
  }
  Query(database, "DELETE FROM term_hit WHERE source_id = ?1", id).run();
  Query insert(database,
               "INSERT OR IGNORE INTO term_hit (family_id, source_id, begin, \"end\", decision, "
               "reason, coder_id, decided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  for (const Hit& hit : hits) {
    if (hit.range.empty()) continue;
    insert
        .bind(hit.family, id, hit.range.begin.value, hit.range.end.value, hit.decision, hit.reason,
              hit.coder, hit.decided)
        .run();
  }
}

}  // namespace

NewSource stored_reading(Database& database, model::SourceId id) {
  const ReadTransaction transaction(database);
  const std::int64_t transcript = transcript_of(database, id);
  NewSource reading;
  load_speakers(database, id, reading);
  load_turns(database, transcript, reading);
  load_asides(database, transcript, reading);
  return reading;
}

RewrittenCodings rewrite_source(Database& database, model::SourceId id, const NewSource& reading,
                                const text::Edits& edits) {
  const std::int64_t transcript = transcript_of(database, id);
  put_text(database, transcript, reading);
  Query(database, "DELETE FROM aside WHERE transcript_id = ?1", transcript).run();
  Query(database, "DELETE FROM turn WHERE transcript_id = ?1", transcript).run();
  Query(database, "DELETE FROM speaker WHERE source_id = ?1", id).run();
  add_turns(database, transcript, reading);
  add_asides(database, transcript, reading);
  add_speakers(database, id, reading.speakers);
  move_hits(database, id, edits);
  return move_codings(database, id, reading.text, edits);
}

bool drop_original(Database& database, model::SourceId id) {
  Query(database,
        "UPDATE transcript SET original_id = ?2 "
        "WHERE id = ?1 AND original_id IS NOT NULL AND original_id <> ?2",
        transcript_of(database, id), no_bytes(database))
      .run();
  return rows_changed(database) > 0;
}

bool has_original(Database& database, model::SourceId id) {
  Query query(database,
              "SELECT length(c.bytes) FROM transcript r "
              "JOIN content c ON c.id = coalesce(r.original_id, r.text_id) WHERE r.id = ?1",
              transcript_of(database, id));
  return !query.next() || query.size(0) > 0;
}

void remove_flags(Database& database, model::SourceId id) {
  Query(database,
        "DELETE FROM coding_flag WHERE coding_id IN (SELECT id FROM coding WHERE source_id = ?1)",
        id)
      .run();
}

}  // namespace themata::store
