#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "themata/store/change.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// While it lives, no other program reads or writes the study. Throws `StoreError` if one does, and
/// goes on doing so for a minute.
class SoleUse {
 public:
  /// The study must be open for writing, and no change under way.
  explicit SoleUse(Database& study);
  ~SoleUse();
  SoleUse(const SoleUse&) = delete;
  SoleUse& operator=(const SoleUse&) = delete;

  /// Puts `copy` in the place of the whole study, at once: a program that is killed, or a disk that
  /// is full, leaves the study as it was. Backups of the study that Themata has made beside it are
  /// overwritten and removed then; their paths come back. Throws `StoreError` if there is no room
  /// on the disk, or if a backup cannot be written, and the study is as it was; or if a backup
  /// cannot be removed after all, as the message says, and the study is replaced.
  std::vector<std::filesystem::path> replace_by(Database& copy);

 private:
  Database& study_;
};

/// The study as it stands, in memory: what is done to the copy is not done to the file.
Database copy_in_memory(Database& study);

/// Adds a row to the history that cannot be undone.
void note_in_history(Database& database, const ChangeInfo& info, const std::string& summary);

/// Takes out of a copy in memory whatever the study held at an earlier time and holds no more:
/// texts, files, turns and brackets that no source refers to, those of `rules` whose brackets are
/// in no text any more, and what the history recorded to undo commands by, of every command so far
/// (their rows in the log stay). Then packs what is left, so that no unused space of the file keeps
/// anything.
void purge(Database& copy, const std::vector<std::string>& rules = {});

/// The brackets in present texts that a researcher classed otherwise, each once.
std::vector<std::string> classed_brackets(Database& database);

}  // namespace themata::store
