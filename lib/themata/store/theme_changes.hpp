#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "themata/model/codebook.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// What the history says of a theme since somebody last noted that its excerpts were read.
struct ThemeChanges {
  bool was_read = false;
  std::size_t commands = 0;  ///< since then (or ever) that changed its codes, codings or words
  std::string latest;        ///< when the last of these was given; ISO 8601, UTC
};

/// Each theme of the codebook; what lies below a theme counts for it too. Goes back in the history
/// no further than it must. Undo and redo count as the commands that they took back or gave again.
std::unordered_map<model::ThemeId, ThemeChanges> changes_since_read(
    Database& database, const model::Codebook& codebook);

}  // namespace themata::store
