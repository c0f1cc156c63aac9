#include "themata/store/history.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<LogEntry> log_entries(Database& database) {
  std::vector<LogEntry> result;
  Query query(database, "SELECT id, time, coder, command, summary FROM change ORDER BY id");
  while (query.next()) {
    result.push_back(
        {query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)});
  }
  return result;
}

std::vector<std::string> recorded_tables() {
  return {"study",
          "coder",
          "source",
          "source_detail",
          "participant",
          "attribute",
          "participant_attribute",
          "speaker",
          "bracket_rule",
          "code",
          "theme",
          "code_theme",
          "coding",
          "memo",
          "term_family",
          "term_form",
          "term_hit",
          "coding_flag",
          "journal_entry",
          "phase_move",
          "reading",
          "statement",
          "chosen_excerpt"};
}

}  // namespace themata::store
