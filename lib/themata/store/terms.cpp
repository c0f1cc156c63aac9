#include "themata/store/terms.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

using model::TermFamilyId;

/// Both in the study's order.
void add_forms(Database& database, std::vector<model::StoredFamily>& families) {
  Query query(database,
              "SELECT m.family_id, m.pattern, m.state FROM term_form m "
              "JOIN term_family f ON f.id = m.family_id "
              "ORDER BY f.position, f.id, m.position, m.pattern");
  auto family = families.begin();
  while (query.next()) {
    while (family->id != query.id<TermFamilyId>(0)) ++family;
    family->forms.push_back({query.text(1), query.word<model::parse_form_state>(2)});
  }
}

}  // namespace

std::vector<model::StoredFamily> term_families(Database& database) {
  const ReadTransaction transaction(database);
  std::vector<model::StoredFamily> families;
  Query query(database, "SELECT id, guid, list, label FROM term_family ORDER BY position, id");
  while (query.next()) {
    families.push_back(
        {query.id<TermFamilyId>(0), query.text(1), query.text(2), query.text(3), {}});
  }
  add_forms(database, families);
  return families;
}

TermFamilyId add_term_family(Database& database, const std::string& list, const std::string& label,
                             const std::string& guid) {
  Query(database,
        "INSERT INTO term_family (guid, list, label, position) "
        "VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM term_family))",
        guid, list, label)
      .run();
  return TermFamilyId{last_id(database)};
}

void rename_term_family(Database& database, TermFamilyId id, const std::string& label) {
  Query(database, "UPDATE term_family SET label = ?2 WHERE id = ?1", id, label).run();
  require_row(database, "term family", id.value);
}

void remove_term_family(Database& database, TermFamilyId id) {
  Query(database, "DELETE FROM term_hit WHERE family_id = ?1", id).run();
  Query(database, "DELETE FROM term_form WHERE family_id = ?1", id).run();
  Query(database, "DELETE FROM term_family WHERE id = ?1", id).run();
  require_row(database, "term family", id.value);
}

bool set_term_form(Database& database, TermFamilyId family, const model::TermForm& form) {
  Query(database,
        "INSERT INTO term_form (family_id, pattern, state, position) "
        "VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM term_form "
        "WHERE family_id = ?1)) "
        "ON CONFLICT (family_id, pattern) DO UPDATE SET state = excluded.state "
        "WHERE state <> excluded.state",
        family, form.pattern, model::to_string(form.state))
      .run();
  return rows_changed(database) > 0;
}

bool remove_term_form(Database& database, TermFamilyId family, const std::string& pattern) {
  Query(database, "DELETE FROM term_form WHERE family_id = ?1 AND pattern = ?2", family, pattern)
      .run();
  return rows_changed(database) > 0;
}

std::vector<model::HitDecision> hit_decisions(Database& database, TermFamilyId family) {
  std::vector<model::HitDecision> decisions;
  Query query(database,
              "SELECT h.source_id, h.begin, h.\"end\", h.decision, h.reason, h.coder_id, "
              "h.decided "
              "FROM term_hit h JOIN source s ON s.id = h.source_id WHERE h.family_id = ?1 "
              "ORDER BY s.position, s.id, h.begin, h.\"end\"",
              family);
  while (query.next()) {
    decisions.push_back(
        {family,
         {query.id<model::SourceId>(0), text::byte_range(query.size(1), query.size(2))},
         query.word<model::parse_decision>(3),
         query.text(4),
         query.id<model::CoderId>(5),
         query.text(6)});
  }
  return decisions;
}

void decide_hit(Database& database, const model::HitDecision& decision, const std::string& time) {
  const auto& [source, range] = decision.segment;
  Query(database,
        "INSERT INTO term_hit (family_id, source_id, begin, \"end\", decision, reason, coder_id, "
        "decided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
        "ON CONFLICT (family_id, source_id, begin, \"end\") DO UPDATE SET "
        "decision = excluded.decision, reason = excluded.reason, coder_id = excluded.coder_id, "
        "decided = excluded.decided "
        "WHERE decision <> excluded.decision OR reason <> excluded.reason",
        decision.family, source, range.begin.value, range.end.value,
        model::decision_word(decision.left_out), decision.reason, decision.coder, time)
      .run();
}

bool forget_decision(Database& database, TermFamilyId family, const model::Segment& hit) {
  Query(database,
        "DELETE FROM term_hit WHERE family_id = ?1 AND source_id = ?2 AND begin = ?3 "
        "AND \"end\" = ?4",
        family, hit.source, hit.range.begin.value, hit.range.end.value)
      .run();
  return rows_changed(database) > 0;
}

}  // namespace themata::store
