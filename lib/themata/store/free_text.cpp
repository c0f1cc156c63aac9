#include "themata/store/free_text.hpp"

#include <array>
#include <cstdint>
#include <unordered_set>

#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct FreeText {
  const char* table;
  const char* column;
  std::string_view place;
  /// The source that a row belongs to, as SQL; none: it belongs to the study.
  const char* source = nullptr;
  /// Which rows are meant, as SQL; none: all.
  const char* rows = nullptr;
};

constexpr const char* source_of_coding = "(SELECT source_id FROM coding WHERE id = coding_id)";
constexpr const char* source_of_transcript =
    "(SELECT s.id FROM source s WHERE s.transcript_id = transcript.id)";

constexpr std::array free_texts = {
    FreeText{"study", "title", "the study's title"},
    FreeText{"source", "name", "names of sources", "id"},
    FreeText{"source", "occasion", "occasions", "id"},
    FreeText{"source_detail", "key", "details of sources", "source_id"},
    FreeText{"source_detail", "value", "details of sources", "source_id"},
    FreeText{"transcript", "file_name", "names of files", source_of_transcript,
             "id IN (SELECT transcript_id FROM source)"},
    FreeText{"speaker", "label", "labels of speakers", "source_id"},
    FreeText{"participant", "name", "names of participants"},
    FreeText{"attribute", "name", "attributes"},
    FreeText{"participant_attribute", "value", "attributes"},
    FreeText{"bracket_rule", "text", "classed brackets"},
    FreeText{"code", "name", "names of codes"},
    FreeText{"code", "description", "descriptions of codes"},
    FreeText{"code", "includes", "descriptions of codes"},
    FreeText{"code", "excludes", "descriptions of codes"},
    FreeText{"code", "example", "descriptions of codes"},
    FreeText{"theme", "name", "names of themes"},
    FreeText{"theme", "definition", "definitions of themes"},
    FreeText{"theme", "idea", "definitions of themes"},
    FreeText{"theme", "includes", "definitions of themes"},
    FreeText{"theme", "excludes", "definitions of themes"},
    FreeText{"theme", "example", "definitions of themes"},
    FreeText{"coding", "rule", "rules of autocode", "source_id"},
    FreeText{"memo", "text", "memos"},
    FreeText{"coding_flag", "excerpt", "codings to look at again", source_of_coding},
    FreeText{"coding_flag", "reason", "codings to look at again", source_of_coding},
    FreeText{"term_family", "list", "term families"},
    FreeText{"term_family", "label", "term families"},
    FreeText{"term_form", "pattern", "term families"},
    FreeText{"term_hit", "reason", "decisions on hits", "source_id"},
    FreeText{"journal_entry", "text", "the journal"},
    FreeText{"phase_move", "note", "notes on phases"},
    FreeText{"statement", "topic", "statements"},
    FreeText{"statement", "text", "statements"},
    FreeText{"chosen_excerpt", "wording", "quotations", source_of_coding},
    FreeText{"question", "text", "questions of the interview"},
    FreeText{"kept_part", "name", "parts of other programs' projects"},
    FreeText{"kept_part", "file_name", "parts of other programs' projects"},
    FreeText{"change", "summary", history_place},
    FreeText{"change", "why", history_place},
};

bool is_wanted(const Query& row, const std::unordered_set<std::int64_t>& sources) {
  return row.null(1) || sources.contains(row.integer(1));
}

/// Rules for brackets belong to no source. If only some sources' texts were rewritten, a rule stays
/// beside the rewritten one as long as a text has its bracket.
void keep_rules_in_use(Database& database) {
  Query(database,
        "INSERT OR REPLACE INTO main.bracket_rule (text, kind) SELECT r.now, b.kind "
        "FROM temp.rewritten r JOIN main.bracket_rule b ON b.text = r.before")
      .run();
  Query(database,
        "DELETE FROM main.bracket_rule WHERE text IN (SELECT before FROM temp.rewritten) "
        "AND text NOT IN (SELECT now FROM temp.rewritten) AND text NOT IN "
        "(SELECT b.text FROM main.source s JOIN main.aside a "
        "ON a.transcript_id = s.transcript_id JOIN main.bracket b ON b.id = a.bracket_id)")
      .run();
}

/// Rows are found again by what they said, which needs no key of theirs: each kind of row has
/// another one, and equal texts of one column become equal texts.
void rewrite(Database& database, const FreeText& where,
             const std::optional<std::unordered_set<std::int64_t>>& sources,
             const TextRewriter& rewriter) {
  const std::string column = '"' + std::string(where.column) + '"';
  const std::string table = '"' + std::string(where.table) + '"';
  const bool limited = sources.has_value() && where.source != nullptr;
  const std::string source = limited ? where.source : "NULL";
  Query(database, "DELETE FROM temp.rewritten").run();
  {
    Query rows(database, "SELECT " + column + ", " + source + " FROM main." + table +
                             (where.rows != nullptr ? std::string(" WHERE ") + where.rows : ""));
    Query note(database,
               "INSERT OR IGNORE INTO temp.rewritten (source, before, now) VALUES (?1, ?2, ?3)");
    while (rows.next()) {
      if (limited && !is_wanted(rows, *sources)) continue;
      const std::string before = rows.text(0);
      const std::optional<std::string> now = rewriter(where.place, before);
      if (!now || *now == before) continue;
      const std::int64_t belongs_to = rows.null(1) ? 0 : rows.integer(1);
      note.bind(belongs_to, before, *now).run();
    }
  }
  if (sources && std::string_view(where.table) == "bracket_rule") {
    keep_rules_in_use(database);
    return;
  }
  const std::string same =
      "r.source = coalesce(" + source + ", 0) AND r.before = main." + table + "." + column;
  Query(database, "UPDATE OR REPLACE main." + table + " SET " + column +
                      " = (SELECT r.now FROM temp.rewritten r WHERE " + same +
                      ") WHERE EXISTS (SELECT 1 FROM temp.rewritten r WHERE " + same + ")")
      .run();
}

}  // namespace

void rewrite_free_text(Database& database,
                       const std::optional<std::vector<model::SourceId>>& sources,
                       const TextRewriter& rewriter) {
  std::optional<std::unordered_set<std::int64_t>> ids;
  if (sources) {
    ids.emplace();
    for (const model::SourceId id : *sources) ids->insert(id.value);
  }
  Query(database,
        "CREATE TEMP TABLE IF NOT EXISTS rewritten (source INTEGER, before TEXT, now TEXT, "
        "PRIMARY KEY (source, before)) WITHOUT ROWID")
      .run();
  for (const FreeText& where : free_texts) rewrite(database, where, ids, rewriter);
  Query(database, "DELETE FROM temp.rewritten").run();
}

std::vector<std::pair<std::string, std::string>> free_text_columns() {
  std::vector<std::pair<std::string, std::string>> columns;
  for (const FreeText& where : free_texts) columns.emplace_back(where.table, where.column);
  return columns;
}

}  // namespace themata::store
