#include "themata/store/verify.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "themata/error.hpp"
#include "themata/store/consistency.hpp"
#include "themata/store/detail/changeset.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"
#include "themata/store/sha256.hpp"
#include "themata/store/undo.hpp"
#include "themata/text/utf8.hpp"

namespace themata::store {
namespace {

void check_file(Database& database, const VerifySinks& sinks) {
  Query query(database, "PRAGMA integrity_check");
  while (query.next()) {
    if (query.view(0) != "ok") sinks.defect({Damage::file, query.text(0)});
  }
}

/// Ranges of one kind that lie in a source's text.
struct Ranges {
  const char* what;
  const char* sql;  ///< id, begin, end of those in the transcript ?1 or the source ?2
};

constexpr std::array ranges_in_texts{
    Ranges{"turn", "SELECT number, begin, \"end\" FROM turn WHERE transcript_id = ?1 AND ?2 = ?2"},
    Ranges{"label of turn",
           "SELECT number, label_begin, label_end FROM turn WHERE transcript_id = ?1 AND ?2 = ?2"},
    Ranges{"aside",
           "SELECT rowid_of, begin, \"end\" FROM (SELECT begin AS rowid_of, begin, \"end\" "
           "FROM aside WHERE transcript_id = ?1 AND ?2 = ?2)"},
    Ranges{"coding", "SELECT id, begin, \"end\" FROM coding WHERE ?1 = ?1 AND source_id = ?2"},
    Ranges{"decision on a hit at",
           "SELECT begin, begin, \"end\" FROM term_hit WHERE ?1 = ?1 AND source_id = ?2"},
    Ranges{"memo",
           "SELECT id, begin, \"end\" FROM memo WHERE ?1 = ?1 AND target = 'turn' "
           "AND target_id = ?2"},
};

/// True if `at` is a place between two characters of the text, or one of its ends.
bool is_between_characters(std::string_view text, std::size_t at) {
  return at <= text.size() && (at == text.size() || !text::is_continuation(text[at]));
}

class TextCheck {
 public:
  TextCheck(Database& database, const VerifySinks& sinks) : database_(database), sinks_(sinks) {}

  void check(std::int64_t source, std::int64_t transcript, const std::string& name,
             std::string_view text) {
    for (const Ranges& kind : ranges_in_texts) {
      Query query(database_, kind.sql, transcript, source);
      while (query.next()) {
        if (is_well(text, query.integer(1), query.integer(2))) continue;
        sinks_.defect({Damage::place, std::string(kind.what) + " " +
                                          std::to_string(query.integer(0)) + " of \"" + name +
                                          "\" lies where its text has no such place (bytes " +
                                          std::to_string(query.integer(1)) + " to " +
                                          std::to_string(query.integer(2)) + ")"});
      }
    }
  }

 private:
  static bool is_well(std::string_view text, std::int64_t begin, std::int64_t end) {
    return begin >= 0 && begin <= end &&
           is_between_characters(text, static_cast<std::size_t>(begin)) &&
           is_between_characters(text, static_cast<std::size_t>(end));
  }

  Database& database_;
  const VerifySinks& sinks_;
};

struct SourceRow {
  std::int64_t id;
  std::int64_t transcript;
  std::int64_t text;
  std::string name;
};

std::vector<SourceRow> source_rows(Database& database) {
  std::vector<SourceRow> rows;
  Query query(database,
              "SELECT s.id, r.id, r.text_id, s.name FROM source s "
              "JOIN transcript r ON r.id = s.transcript_id ORDER BY r.text_id");
  while (query.next()) {
    rows.push_back({query.integer(0), query.integer(1), query.integer(2), query.text(3)});
  }
  return rows;
}

/// The first of the sources, which are in order of their texts, that has this text.
auto first_with(const std::vector<SourceRow>& sources, std::int64_t content) {
  return std::partition_point(sources.begin(), sources.end(),
                              [&](const SourceRow& row) { return row.text < content; });
}

/// What people know a text by.
std::string name_of(const std::vector<SourceRow>& sources, std::int64_t content) {
  const auto found = first_with(sources, content);
  if (found == sources.end() || found->text != content)
    return "a file that was imported (content " + std::to_string(content) + ")";
  return "the text of \"" + found->name + "\"";
}

void check_texts(Database& database, const VerifySinks& sinks) {
  const std::vector<SourceRow> sources = source_rows(database);
  const auto total =
      static_cast<std::size_t>(connection_of(database).integer("SELECT count(*) FROM content"));
  TextCheck places(database, sinks);
  Query query(database, "SELECT id, sha256, bytes FROM content ORDER BY id");
  for (std::size_t done = 0; query.next(); ++done) {
    if (sinks.progress) sinks.progress(done, total);
    const std::int64_t id = query.integer(0);
    const std::string_view bytes = query.view(2);
    const Sha256 hash = sha256(bytes);
    if (query.view(1) !=
        std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())) {
      sinks.defect({Damage::text, name_of(sources, id) + " is not what was stored"});
    }
    for (auto source = first_with(sources, id); source != sources.end() && source->text == id;
         ++source) {
      places.check(source->id, source->transcript, source->name, bytes);
    }
  }
}

void check_history(Database& database, const VerifySinks& sinks) {
  Query query(database,
              "SELECT id, schema, changeset FROM change WHERE length(changeset) > 0 ORDER BY id");
  while (query.next()) {
    const std::string name = "change " + std::to_string(query.integer(0));
    if (query.integer(1) > current_schema() || query.integer(1) < 1) {
      sinks.defect({Damage::history, name + " has a schema that does not exist"});
    }
    try {
      each_row(connection_of(database), query.view(2), name, [](const RowChange&) {});
    } catch (const StoreError&) {
      sinks.defect({Damage::history, "what " + name + " did cannot be read"});
    }
  }
}

}  // namespace

void verify(Database& database, const VerifySinks& sinks) {
  const ReadTransaction transaction(database);
  check_file(database, sinks);
  check_texts(database, sinks);
  for (const std::string& what : inconsistencies(database)) {
    sinks.defect({Damage::rows, what});
  }
  check_history(database, sinks);
}

std::size_t verify_undo(Database& copy, const VerifySinks& sinks) {
  const std::vector<LogEntry> log = log_entries(copy);
  const auto barrier = std::find_if(log.rbegin(), log.rend(), [](const LogEntry& entry) {
    return entry.kind == ChangeKind::command && !entry.recorded;
  });
  const auto total = static_cast<std::size_t>(barrier - log.rbegin());
  std::size_t done = 0;
  try {
    go_back_to(copy, barrier == log.rend() ? 0 : barrier->id, [&] {
      if (sinks.progress) sinks.progress(done, total);
      ++done;
    });
  } catch (const StoreError& error) {
    sinks.defect({Damage::history, error.what()});
    return done;
  }
  for (const std::string& what : inconsistencies(copy)) {
    sinks.defect({Damage::history, "with every command taken back, " + what});
  }
  return total;
}

}  // namespace themata::store
