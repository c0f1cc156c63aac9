#include "themata/store/codebook.hpp"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "themata/store/detail/coding_rows.hpp"
#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

std::vector<model::Code> codes(Database& database) {
  std::vector<model::Code> result;
  Query query(database,
              "SELECT id, guid, name, description, includes, excludes, example, retired, "
              "color FROM code "
              "ORDER BY position, id");
  while (query.next()) {
    result.push_back({query.id<model::CodeId>(0), query.text(1), query.text(2), query.text(3),
                      query.text(4), query.text(5), query.text(6), query.text(7), query.text(8)});
  }
  return result;
}

std::vector<model::Theme> themes(Database& database) {
  std::vector<model::Theme> result;
  Query query(database,
              "SELECT id, guid, name, definition, parent_id, idea, includes, excludes, example, "
              "retired, color FROM theme ORDER BY position, id");
  while (query.next()) {
    result.push_back({query.id<model::ThemeId>(0), query.text(1), query.text(2), query.text(3),
                      query.optional_id<model::ThemeId>(4), query.text(5), query.text(6),
                      query.text(7), query.text(8), query.text(9), query.text(10)});
  }
  return result;
}

std::vector<model::CodeInTheme> links(Database& database) {
  std::vector<model::CodeInTheme> result;
  Query query(database, "SELECT code_id, theme_id FROM code_theme ORDER BY theme_id, position");
  while (query.next()) {
    result.push_back({query.id<model::CodeId>(0), query.id<model::ThemeId>(1)});
  }
  return result;
}

/// Throws unless every theme's ancestors are there and come to an end.
void check_tree(const std::filesystem::path& path, const std::vector<model::Theme>& themes) {
  std::unordered_map<model::ThemeId, const model::Theme*> by_id;
  for (const model::Theme& theme : themes) by_id.emplace(theme.id, &theme);
  for (const model::Theme& theme : themes) {
    std::size_t level = 1;
    for (std::optional<model::ThemeId> above = theme.parent; above; ++level) {
      if (level == most_theme_levels) throw_endless_themes(path);
      const auto found = by_id.find(*above);
      if (found == by_id.end()) {
        throw_damaged(path, "the theme over \"" + theme.name + "\" is missing");
      }
      above = found->second->parent;
    }
  }
}

template <class Noun>
auto ids_of(const std::vector<Noun>& nouns) {
  std::unordered_set<decltype(Noun::id)> ids;
  for (const Noun& noun : nouns) ids.insert(noun.id);
  return ids;
}

/// Throws unless what is linked is there.
void check_links(const std::filesystem::path& path, const std::vector<model::Code>& codes,
                 const std::vector<model::Theme>& themes,
                 const std::vector<model::CodeInTheme>& links) {
  const auto code_ids = ids_of(codes);
  const auto theme_ids = ids_of(themes);
  for (const model::CodeInTheme& link : links) {
    if (code_ids.contains(link.code) && theme_ids.contains(link.theme)) continue;
    throw_damaged(path, "it links a code and a theme of which one is missing");
  }
}

}  // namespace

model::Codebook codebook(Database& database) {
  const ReadTransaction transaction(database);
  std::vector<model::Code> all_codes = codes(database);
  std::vector<model::Theme> all_themes = themes(database);
  std::vector<model::CodeInTheme> all_links = links(database);
  check_tree(database.path(), all_themes);
  check_links(database.path(), all_codes, all_themes, all_links);
  return {std::move(all_codes), std::move(all_themes), std::move(all_links)};
}

model::CodeId add_code(Database& database, const std::string& name, const std::string& description,
                       const std::string& guid) {
  Query(database,
        "INSERT INTO code (guid, name, description, position) "
        "VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM code))",
        guid, name, description)
      .run();
  return model::CodeId{last_id(database)};
}

void rename_code(Database& database, model::CodeId id, const std::string& name) {
  Query(database, "UPDATE code SET name = ?2 WHERE id = ?1", id, name).run();
  require_row(database, "code", id.value);
}

void describe_code(Database& database, model::CodeId id, const std::string& description) {
  Query(database, "UPDATE code SET description = ?2 WHERE id = ?1", id, description).run();
  require_row(database, "code", id.value);
}

void describe_code(Database& database, const model::Code& code) {
  Query(database,
        "UPDATE code SET description = ?2, includes = ?3, excludes = ?4, example = ?5, "
        "retired = ?6, color = ?7 WHERE id = ?1",
        code.id, code.description, code.includes, code.excludes, code.example, code.retired,
        code.color)
      .run();
  require_row(database, "code", code.id.value);
}

void remove_code(Database& database, model::CodeId id) {
  remove_codings_of(database, "code_id", id.value);
  Query(database, "DELETE FROM code_theme WHERE code_id = ?1", id).run();
  remove_memos_on(database, model::MemoTarget::code, id.value);
  Query(database, "DELETE FROM code WHERE id = ?1", id).run();
  require_row(database, "code", id.value);
}

bool assign_code(Database& database, model::ThemeId theme, model::CodeId code) {
  Query(database,
        "INSERT INTO code_theme (code_id, theme_id, position) VALUES (?1, ?2, "
        "(SELECT coalesce(max(position), 0) + 1 FROM code_theme WHERE theme_id = ?2)) "
        "ON CONFLICT (code_id, theme_id) DO NOTHING",
        code, theme)
      .run();
  return rows_changed(database) > 0;
}

bool unassign_code(Database& database, model::ThemeId theme, model::CodeId code) {
  Query(database, "DELETE FROM code_theme WHERE code_id = ?1 AND theme_id = ?2", code, theme).run();
  return rows_changed(database) > 0;
}

}  // namespace themata::store
