#include "themata/store/theme_changes.hpp"

#include <set>
#include <utility>
#include <vector>

#include "themata/store/detail/changeset.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

using model::CodeId;
using model::ThemeId;

std::size_t column(Database& database, const std::string& table, const std::string& name) {
  Query query(database, "SELECT cid FROM pragma_table_info(?1) WHERE name = ?2", table, name);
  query.next();
  return query.size(0);
}

/// Tells which themes a command touched.
class ThemesTouched {
 public:
  ThemesTouched(Database& database, const model::Codebook& codebook)
      : database_(database),
        codebook_(codebook),
        code_of_coding_(column(database, "coding", "code_id")),
        theme_of_code_(column(database, "code_theme", "theme_id")),
        target_id_(column(database, "reading", "target_id")) {
    for (const model::Code& code : codebook.codes()) codes_.insert(code.id.value);
    for (const model::Theme& theme : codebook.themes()) themes_.insert(theme.id.value);
    Query readings(database, "SELECT id, target_id FROM reading WHERE target = 'theme'");
    while (readings.next()) readings_.emplace(readings.text(0), readings.text(1));
  }

  struct Found {
    std::set<ThemeId> changed;
    std::set<ThemeId> read;
  };

  Found in(std::int64_t change) {
    found_ = {};
    seen_codes_.clear();
    Query changeset(database_, "SELECT changeset FROM change WHERE id = ?1", change);
    if (changeset.next()) look_at(change, changeset.view(0));
    Query targets(database_,
                  "SELECT t.target_id, c.changeset FROM change_target t "
                  "JOIN change c ON c.id = t.target_id WHERE t.change_id = ?1",
                  change);
    while (targets.next()) look_at(targets.integer(0), targets.view(1));
    return std::move(found_);
  }

 private:
  void look_at(std::int64_t change, std::string_view changeset) {
    if (changeset.empty()) return;
    each_row(connection_of(database_), changeset, "change " + std::to_string(change),
             [&](const RowChange& row) { look_at(row); });
  }

  void look_at(const RowChange& row) {
    if (row.table == "coding") return look_at_coding(row);
    if (row.table == "theme") return add_theme(row.before[0] ? row.before[0] : row.after[0]);
    if (row.table == "code_theme") {
      add_theme(row.before[theme_of_code_]);
      add_theme(row.after[theme_of_code_]);
    }
    // A reading that was taken back is none, wherever the history speaks of it.
    if (row.table == "reading" && row.kind == RowChange::Kind::added &&
        readings_.contains({row.after[0].value_or(""), row.after[target_id_].value_or("")}) &&
        is_theme(row.after[target_id_])) {
      found_.read.insert(ThemeId{std::stoll(*row.after[target_id_])});
    }
  }

  void look_at_coding(const RowChange& row) {
    add_code(row.before[code_of_coding_]);
    add_code(row.after[code_of_coding_]);
    if (row.before[code_of_coding_] || row.after[code_of_coding_]) return;
    Query query(database_, "SELECT code_id FROM coding WHERE id = ?1",
                std::stoll(row.before[0].value_or("0")));
    if (query.next()) add_code(query.text(0));
  }

  void add_code(const std::optional<std::string>& id) {
    if (!id || !seen_codes_.insert(*id).second) return;
    const std::int64_t code = std::stoll(*id);
    if (!codes_.contains(code)) return;
    for (const ThemeId theme : codebook_.themes_of(CodeId{code})) add_with_parents(theme);
  }

  [[nodiscard]] bool is_theme(const std::optional<std::string>& id) const {
    return id && themes_.contains(std::stoll(*id));
  }

  void add_theme(const std::optional<std::string>& id) {
    if (is_theme(id)) add_with_parents(ThemeId{std::stoll(*id)});
  }

  void add_with_parents(ThemeId id) {
    for (std::optional<ThemeId> theme = id; theme; theme = codebook_.theme(*theme).parent) {
      found_.changed.insert(*theme);
    }
  }

  Database& database_;
  const model::Codebook& codebook_;
  std::size_t code_of_coding_;
  std::size_t theme_of_code_;
  std::size_t target_id_;
  std::set<std::int64_t> codes_;
  std::set<std::int64_t> themes_;
  std::set<std::pair<std::string, std::string>> readings_;  // of themes, that stand: id and theme
  std::set<std::string> seen_codes_;                        // in the change at hand
  Found found_;
};

}  // namespace

std::unordered_map<ThemeId, ThemeChanges> changes_since_read(Database& database,
                                                             const model::Codebook& codebook) {
  std::unordered_map<ThemeId, ThemeChanges> result;
  for (const model::Theme& theme : codebook.themes()) result[theme.id];
  ThemesTouched themes(database, codebook);
  std::size_t unread = result.size();
  Query log(database, "SELECT id, time FROM change ORDER BY id DESC");
  while (unread > 0 && log.next()) {
    const auto found = themes.in(log.integer(0));
    for (const ThemeId id : found.read) {
      if (!result[id].was_read) --unread;
      result[id].was_read = true;
    }
    for (const ThemeId id : found.changed) {
      ThemeChanges& changes = result[id];
      if (changes.was_read) continue;
      if (changes.commands++ == 0) changes.latest = log.text(1);
    }
  }
  return result;
}

}  // namespace themata::store
