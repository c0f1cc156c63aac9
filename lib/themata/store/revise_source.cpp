#include "themata/store/revise_source.hpp"

#include <map>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "themata/store/coding_flags.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/source_rows.hpp"
#include "themata/text/utf8.hpp"

namespace themata::store {
namespace {

/// A row of `term_hit` as it was, but for its source.
struct Decision {
  std::string decision;
  std::string reason;
  model::CoderId coder;
  std::string decided;
};
using DecisionKey = std::pair<model::TermFamilyId, text::TextRange>;
using Decisions = std::map<DecisionKey, Decision>;

Decisions decisions_of(Database& database, model::SourceId id) {
  Decisions decisions;
  Query query(database,
              "SELECT family_id, begin, \"end\", decision, reason, coder_id, decided FROM term_hit "
              "WHERE source_id = ?1",
              id);
  while (query.next()) {
    decisions.emplace(
        DecisionKey(query.id<model::TermFamilyId>(0),
                    text::byte_range(query.size(1), query.size(2))),
        Decision{query.text(3), query.text(4), query.id<model::CoderId>(5), query.text(6)});
  }
  return decisions;
}

std::unordered_set<model::CodingId> codings_of(Database& database, model::SourceId id) {
  std::unordered_set<model::CodingId> ids;
  Query query(database, "SELECT id FROM coding WHERE source_id = ?1", id);
  while (query.next()) ids.insert(query.id<model::CodingId>(0));
  return ids;
}

void check_range(std::string_view text, text::TextRange range) {
  const auto cuts = [&](text::ByteOffset at) {
    return at.value < text.size() && text::is_continuation(text[at.value]);
  };
  if (range.empty() || range.end.value > text.size() || range.end < range.begin ||
      cuts(range.begin) || cuts(range.end)) {
    throw std::invalid_argument("a coding or decision is to go where the new text has no place");
  }
}

void check_codings(Database& database, model::SourceId id, std::string_view text,
                   const std::vector<MovedCoding>& codings) {
  std::unordered_set<model::CodingId> to_come = codings_of(database, id);
  for (const MovedCoding& moved : codings) {
    check_range(text, moved.range);
    if (to_come.erase(moved.coding) == 1) continue;
    throw std::invalid_argument("a coding comes twice or is another source's");
  }
  if (!to_come.empty()) throw std::invalid_argument("a coding has no place in the new text");
}

void check_decisions(const Decisions& known, std::string_view text,
                     const std::vector<MovedDecision>& decisions) {
  for (const MovedDecision& moved : decisions) {
    check_range(text, moved.range);
    if (known.contains({moved.family, moved.before})) continue;
    throw std::invalid_argument("a decision is none of the source's");
  }
}

void move_codings(Database& database, const std::vector<MovedCoding>& codings,
                  const std::string& time) {
  Query update(database, "UPDATE coding SET begin = ?2, \"end\" = ?3 WHERE id = ?1");
  for (const MovedCoding& moved : codings) {
    update.bind(moved.coding, moved.range.begin.value, moved.range.end.value).run();
    if (!moved.flag) continue;
    flag_coding(database, {moved.coding, moved.flag->excerpt, moved.flag->reason, time});
  }
}

/// All rows are made anew: a place may be free only once another decision has moved on.
void move_decisions(Database& database, model::SourceId id, const Decisions& known,
                    const std::vector<MovedDecision>& decisions) {
  Query(database, "DELETE FROM term_hit WHERE source_id = ?1", id).run();
  Query insertion(database,
                  "INSERT INTO term_hit (family_id, source_id, begin, \"end\", decision, reason, "
                  "coder_id, decided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                  "ON CONFLICT (family_id, source_id, begin, \"end\") DO NOTHING");
  for (const MovedDecision& moved : decisions) {
    const Decision& decision = known.at({moved.family, moved.before});
    insertion
        .bind(moved.family, id, moved.range.begin.value, moved.range.end.value, decision.decision,
              decision.reason, decision.coder, decision.decided)
        .run();
  }
}

}  // namespace

void revise_source(Database& database, model::SourceId id, const NewSource& reading,
                   const std::vector<MovedCoding>& codings,
                   const std::vector<MovedDecision>& decisions) {
  source(database, id);  // throws if there is none
  const Decisions known = decisions_of(database, id);
  check_codings(database, id, reading.text, codings);
  check_decisions(known, reading.text, decisions);
  set_transcript(database, id, add_transcript(database, reading), reading);
  move_codings(database, codings, reading.imported);
  move_decisions(database, id, known, decisions);
}

}  // namespace themata::store
