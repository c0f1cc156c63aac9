#include "themata/store/brackets.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<BracketSummary> bracket_summaries(Database& database) {
  std::vector<BracketSummary> result;
  Query query(database,
              "SELECT b.text, coalesce(r.kind, max(a.kind)), count(*) AS n "
              "FROM source s JOIN aside a ON a.transcript_id = s.transcript_id "
              "JOIN bracket b ON b.id = a.bracket_id LEFT JOIN bracket_rule r ON r.text = b.text "
              "GROUP BY b.id ORDER BY n DESC, b.text");
  while (query.next()) {
    result.push_back({query.text(0), query.word<model::parse_aside_kind>(1), query.size(2)});
  }
  return result;
}

std::vector<std::pair<std::string, model::AsideKind>> bracket_rules(Database& database) {
  std::vector<std::pair<std::string, model::AsideKind>> rules;
  Query query(database, "SELECT text, kind FROM bracket_rule ORDER BY text");
  while (query.next()) {
    rules.emplace_back(query.text(0), query.word<model::parse_aside_kind>(1));
  }
  return rules;
}

void set_bracket(Database& database, const std::string& text, model::AsideKind kind) {
  Query(database,
        "INSERT INTO bracket_rule (text, kind) VALUES (?1, ?2) "
        "ON CONFLICT (text) DO UPDATE SET kind = excluded.kind",
        text, model::to_string(kind))
      .run();
}

}  // namespace themata::store
