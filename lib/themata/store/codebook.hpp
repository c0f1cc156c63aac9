#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Codes, theme tree and links, as they stand now. Throws `StoreError` if they contradict one
/// another, which only another program can have brought about.
model::Codebook codebook(Database& database);

model::CodeId add_code(Database& database, const std::string& name, const std::string& description,
                       const std::string& guid);
void rename_code(Database& database, model::CodeId id, const std::string& name);
void describe_code(Database& database, model::CodeId id, const std::string& description);
/// Keeps all that is said of the code: everything of `code` but its guid and name.
void describe_code(Database& database, const model::Code& code);
/// Removes the code with its codings, their memos, and its place in themes.
void remove_code(Database& database, model::CodeId id);

/// How many levels of themes there may be, the top-level themes being the first: far more than
/// anybody means, and so few that whoever walks the tree may go down by recursion.
inline constexpr std::size_t most_theme_levels = 100;

/// Adds a theme, last among its siblings. Throws `Conflict` if it would be on a level too deep.
model::ThemeId add_theme(Database& database, const std::string& name, const std::string& definition,
                         std::optional<model::ThemeId> parent, const std::string& guid);
void rename_theme(Database& database, model::ThemeId id, const std::string& name);
void define_theme(Database& database, model::ThemeId id, const std::string& definition);
/// Keeps all that is said of the theme: everything of `theme` but its guid, name and parent.
void define_theme(Database& database, const model::Theme& theme);
/// Hangs the theme under `parent` (none: the top), last among the siblings there. Throws `Conflict`
/// if it would become its own ancestor, or if a theme would be on a level too deep.
void move_theme(Database& database, model::ThemeId id, std::optional<model::ThemeId> parent);
/// Puts siblings in the given order; `ordered` must be all subthemes of one parent (or all top
/// themes).
void order_themes(Database& database, const std::vector<model::ThemeId>& ordered);
/// Removes the theme; its subthemes and codes stay, one level up (codes of a top theme in none).
void remove_theme(Database& database, model::ThemeId id);

/// Puts a code into a theme, last; false if it was there.
bool assign_code(Database& database, model::ThemeId theme, model::CodeId code);
/// Takes it out; false if it was not there.
bool unassign_code(Database& database, model::ThemeId theme, model::CodeId code);

}  // namespace themata::store
