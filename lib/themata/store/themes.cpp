#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/reading_rows.hpp"

namespace themata::store {
namespace {

using model::CodeId;
using model::ThemeId;

struct ThemeRow {
  std::string name;
  std::optional<ThemeId> parent;
};

ThemeRow theme_row(Database& database, ThemeId id) {
  Query query(database, "SELECT name, parent_id FROM theme WHERE id = ?1", id);
  if (!query.next()) throw NotFound("there is no theme with the id " + std::to_string(id.value));
  return {query.text(0), query.optional_id<ThemeId>(1)};
}

std::vector<ThemeId> children(Database& database, std::optional<ThemeId> parent) {
  std::vector<ThemeId> result;
  Query query(database, "SELECT id FROM theme WHERE parent_id IS ?1 ORDER BY position, id", parent);
  while (query.next()) result.push_back(query.id<ThemeId>(0));
  return result;
}

std::vector<CodeId> codes_in(Database& database, ThemeId theme) {
  std::vector<CodeId> result;
  Query query(database, "SELECT code_id FROM code_theme WHERE theme_id = ?1 ORDER BY position",
              theme);
  while (query.next()) result.push_back(query.id<CodeId>(0));
  return result;
}

/// The place after the last of `parent`'s subthemes.
std::int64_t last_place(Database& database, std::optional<ThemeId> parent) {
  Query query(database, "SELECT coalesce(max(position), 0) + 1 FROM theme WHERE parent_id IS ?1",
              parent);
  query.next();
  return query.integer(0);
}

void hang(Database& database, ThemeId id, std::optional<ThemeId> parent, std::int64_t position) {
  Query(database, "UPDATE theme SET parent_id = ?2, position = ?3 WHERE id = ?1", id, parent,
        position)
      .run();
}

/// Makes `ordered` the subthemes of `parent`, in this order.
void hang_in_order(Database& database, std::optional<ThemeId> parent,
                   const std::vector<ThemeId>& ordered) {
  std::int64_t position = 0;
  for (const ThemeId id : ordered) hang(database, id, parent, ++position);
}

/// The theme and those above it, upwards; empty for none.
std::vector<ThemeId> upwards(Database& database, std::optional<ThemeId> from) {
  std::vector<ThemeId> path;
  for (auto next = from; next; next = theme_row(database, *next).parent) {
    if (path.size() == most_theme_levels) throw_endless_themes(database.path());
    path.push_back(*next);
  }
  return path;
}

/// The number of levels that the theme and what is below it take.
std::size_t levels_of(Database& database, ThemeId id) {
  Query query(database,
              "WITH RECURSIVE below (id, level) AS (SELECT ?1, 1 UNION ALL "
              "SELECT t.id, b.level + 1 FROM theme t JOIN below b ON t.parent_id = b.id "
              "WHERE b.level <= ?2) SELECT max(level) FROM below",
              id, most_theme_levels);
  query.next();
  return query.size(0);
}

/// `above` are the themes that would be over the one called `name`, which takes `levels` itself.
void check_levels(const std::string& name, const std::vector<ThemeId>& above, std::size_t levels) {
  if (above.size() + levels <= most_theme_levels) return;
  throw Conflict("themes can have " + std::to_string(most_theme_levels) +
                 " levels at most, which \"" + name + "\" would exceed; put it higher up");
}

/// `above` are the themes that would be over `id`.
void check_no_cycle(Database& database, ThemeId id, const std::vector<ThemeId>& above) {
  if (std::find(above.begin(), above.end(), id) == above.end()) return;
  const std::string name = theme_row(database, id).name;
  if (above.front() == id) throw Conflict("the theme \"" + name + "\" cannot stand under itself");
  throw Conflict("the theme \"" + name + "\" cannot stand under \"" +
                 theme_row(database, above.front()).name + "\", which is one of its subthemes");
}

}  // namespace

ThemeId add_theme(Database& database, const std::string& name, const std::string& definition,
                  std::optional<ThemeId> parent, const std::string& guid) {
  check_levels(name, upwards(database, parent), 1);
  Query(database,
        "INSERT INTO theme (guid, name, definition, parent_id, position) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        guid, name, definition, parent, last_place(database, parent))
      .run();
  return ThemeId{last_id(database)};
}

void rename_theme(Database& database, ThemeId id, const std::string& name) {
  Query(database, "UPDATE theme SET name = ?2 WHERE id = ?1", id, name).run();
  require_row(database, "theme", id.value);
}

void define_theme(Database& database, ThemeId id, const std::string& definition) {
  Query(database, "UPDATE theme SET definition = ?2 WHERE id = ?1", id, definition).run();
  require_row(database, "theme", id.value);
}

void define_theme(Database& database, const model::Theme& theme) {
  Query(database,
        "UPDATE theme SET definition = ?2, idea = ?3, includes = ?4, excludes = ?5, example = ?6, "
        "retired = ?7, color = ?8 WHERE id = ?1",
        theme.id, theme.definition, theme.idea, theme.includes, theme.excludes, theme.example,
        theme.retired, theme.color)
      .run();
  require_row(database, "theme", theme.id.value);
}

void move_theme(Database& database, ThemeId id, std::optional<ThemeId> parent) {
  const std::vector<ThemeId> above = upwards(database, parent);
  check_no_cycle(database, id, above);
  check_levels(theme_row(database, id).name, above, levels_of(database, id));
  hang(database, id, parent, last_place(database, parent));
}

void order_themes(Database& database, const std::vector<ThemeId>& ordered) {
  if (ordered.empty()) return;
  const std::optional<ThemeId> parent = theme_row(database, ordered.front()).parent;
  const std::vector<ThemeId> siblings = children(database, parent);
  if (!std::is_permutation(ordered.begin(), ordered.end(), siblings.begin(), siblings.end())) {
    throw Conflict(
        "an order must name all subthemes of one theme, or all top-level themes, each "
        "once");
  }
  hang_in_order(database, parent, ordered);
}

void remove_theme(Database& database, ThemeId id) {
  const std::optional<ThemeId> parent = theme_row(database, id).parent;
  const std::vector<ThemeId> subthemes = children(database, id);
  std::vector<ThemeId> siblings = children(database, parent);
  const auto place = siblings.erase(std::find(siblings.begin(), siblings.end(), id));
  siblings.insert(place, subthemes.begin(), subthemes.end());
  if (!subthemes.empty()) hang_in_order(database, parent, siblings);

  const std::vector<CodeId> codes = codes_in(database, id);
  for (const CodeId code : codes) {
    unassign_code(database, id, code);
    if (parent) assign_code(database, *parent, code);
  }
  remove_memos_on(database, model::MemoTarget::theme, id.value);
  remove_readings_of(database, model::ReadingTarget::theme, id.value);
  Query(database, "DELETE FROM theme WHERE id = ?1", id).run();
}

}  // namespace themata::store
