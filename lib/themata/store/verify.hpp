#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "themata/store/database.hpp"

namespace themata::store {

/// What is wrong with a study: how to get it back depends on it.
enum class Damage {
  file,     ///< SQLite finds the file itself broken
  text,     ///< a stored text is not what was stored
  place,    ///< a range lies outside of its text, or cuts a character
  rows,     ///< rows contradict one another
  history,  ///< something that the history recorded cannot be read
};

struct Defect {
  Damage damage = Damage::file;
  std::string what;  ///< a sentence without a full stop
};

/// Takes every defect, and how far the work is.
struct VerifySinks {
  std::function<void(const Defect&)> defect;
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Checks the database, the texts by their SHA-256, every range in them, the rows, and every
/// changeset. Sees one state of the study, and needs memory for one text at a time.
void verify(Database& database, const VerifySinks& sinks);

/// Takes every command back in a copy in memory, from the last to the first that can be, and looks
/// at what is left each time. Returns how many there were.
std::size_t verify_undo(Database& copy, const VerifySinks& sinks);

}  // namespace themata::store
