#include "themata/store/rewrite.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "themata/store/codings.hpp"
#include "themata/store/detail/coding_rows.hpp"
#include "themata/store/detail/content.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/turn_row.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/revise_source.hpp"
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
  Query query(
      database,
      std::string(turn_columns) + ", words FROM turn WHERE transcript_id = ?1 ORDER BY number",
      transcript);
  while (query.next()) {
    reading.turns.push_back(turn_of_row(query));
    reading.turn_words.push_back(query.size(turn_column_count));
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

/// What `revise_source` takes besides the text, as it is.
void keep_the_rest(Database& database, model::SourceId id, NewSource& reading) {
  const SourceFile file = source_file(database, id);
  reading.file_name = file.file_name;
  reading.encoding = file.encoding;
  reading.convention = file.convention;
  reading.imported = file.imported;
  reading.details = source(database, id).details;
  reading.text_hash = sha256(reading.text);
  reading.original = {};
  reading.original_hash = sha256({});  // stands for bytes that were let go: no import is empty
}

/// `range` of `text` without white space at its ends.
text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view whole = slice(text, range);
  const std::string_view inner = text::trim(whole);
  if (inner.empty()) return {range.begin, range.begin};
  const auto before = static_cast<std::size_t>(inner.data() - whole.data());
  return {range.begin + before, range.begin + before + inner.size()};
}

/// `range` without the part of a label that it begins in.
text::TextRange without_label(const std::vector<model::Turn>& turns, text::TextRange range) {
  const auto turn = std::partition_point(
      turns.begin(), turns.end(),
      [&](const model::Turn& before) { return before.range.end <= range.begin; });
  if (turn == turns.end() || range.begin >= turn->range.begin || turn->label.empty()) return range;
  if (range.begin < turn->label.begin) return range;
  return {std::min(turn->range.begin, range.end), range.end};
}

/// What is left of a coding's range that begins or ends with an edit.
text::TextRange rest_of(const NewSource& reading, const text::Edits& edits, text::TextRange old) {
  text::TextRange now = trimmed(reading.text, edits.moved(old));
  if (edits.cut_out(old.begin)) now = without_label(reading.turns, now);
  return now;
}

/// Where the source's codings go; those of which nothing is left are removed.
std::vector<MovedCoding> moved_codings(Database& database, model::SourceId id,
                                       const NewSource& reading, const text::Edits& edits,
                                       RewrittenCodings& outcome) {
  std::vector<MovedCoding> moved;
  std::vector<model::CodingId> removed;
  Query query(database, "SELECT id, begin, \"end\" FROM coding WHERE source_id = ?1 ORDER BY id",
              id);
  while (query.next()) {
    const auto coding = query.id<model::CodingId>(0);
    const text::TextRange old = text::byte_range(query.size(1), query.size(2));
    const bool touched = edits.change_ends(old);
    const text::TextRange now = touched ? rest_of(reading, edits, old) : edits.moved(old);
    if (now.empty()) {
      removed.push_back(coding);
      continue;
    }
    moved.push_back({coding, now, std::nullopt});
    if (touched) outcome.touched.push_back(coding);
  }
  outcome.removed = removed.size();
  remove_codings(database, removed);
  return moved;
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
  for (const auto& [coding, same] : equal) join_codings(database, coding, same);
  return equal.size();
}

std::vector<MovedDecision> moved_decisions(Database& database, model::SourceId id,
                                           const text::Edits& edits) {
  std::vector<MovedDecision> moved;
  Query query(database,
              "SELECT family_id, begin, \"end\" FROM term_hit WHERE source_id = ?1 "
              "ORDER BY family_id, begin, \"end\"",
              id);
  while (query.next()) {
    const text::TextRange old = text::byte_range(query.size(1), query.size(2));
    const text::TextRange now = edits.moved(old);
    if (!now.empty()) moved.push_back({query.id<model::TermFamilyId>(0), old, now});
  }
  return moved;
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

RewrittenCodings rewrite_source(Database& database, model::SourceId id, NewSource reading,
                                const text::Edits& edits) {
  keep_the_rest(database, id, reading);
  RewrittenCodings outcome;
  const std::vector<MovedCoding> codings = moved_codings(database, id, reading, edits, outcome);
  revise_source(database, id, reading, codings, moved_decisions(database, id, edits));
  move_memos_on_turns(database, id, [&](text::TextRange turn) { return edits.moved(turn); });
  if (outcome.touched.empty()) return outcome;
  outcome.joined = join_equal(database, id);
  if (outcome.joined == 0) return outcome;
  const auto left = store::codings(database, outcome.touched);
  outcome.touched.clear();
  for (const model::Coding& coding : left) outcome.touched.push_back(coding.id);
  return outcome;
}

bool drop_original(Database& database, model::SourceId id) {
  const std::int64_t none = no_bytes(database);
  Query(database,
        "UPDATE transcript SET original_id = ?2 "
        "WHERE id = ?1 AND original_id IS NOT NULL AND original_id <> ?2",
        transcript_of(database, id), none)
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

}  // namespace themata::store
