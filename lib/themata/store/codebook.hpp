#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Codes, theme tree and links, as they stand now.
model::Codebook codebook(Database& database);

model::CodeId add_code(Database& database, const std::string& name, const std::string& description,
                       const std::string& guid);
void rename_code(Database& database, model::CodeId id, const std::string& name);
void describe_code(Database& database, model::CodeId id, const std::string& description);
/// Removes the code with its codings, their memos, and its place in themes.
void remove_code(Database& database, model::CodeId id);

/// Adds a theme, last among its siblings.
model::ThemeId add_theme(Database& database, const std::string& name, const std::string& definition,
                         std::optional<model::ThemeId> parent, const std::string& guid);
void rename_theme(Database& database, model::ThemeId id, const std::string& name);
void define_theme(Database& database, model::ThemeId id, const std::string& definition);
/// Hangs the theme under `parent` (none: the top), last among the siblings there. Throws `Conflict`
/// if it would become its own ancestor.
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
