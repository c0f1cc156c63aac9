#pragma once

#include <memory>
#include <string>

#include "themata/store/database.hpp"

namespace themata::store {

/// Who changes a study, when, and by which command (without the program's name).
struct ChangeInfo {
  std::string time;  ///< ISO 8601, UTC
  std::string coder;
  std::string command;
  std::string why = {};  ///< the reason that the coder gave; may be empty
};

/// One command's transaction: it takes the write lock, records what happens to the study's rows
/// and adds it to the history. Whatever is not committed is rolled back by the destructor. At most
/// one at a time on a database.
class Change {
 public:
  Change(Database& database, ChangeInfo info);
  ~Change();
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;

  /// True if recorded rows differ from what they were when the change began.
  [[nodiscard]] bool has_changes() const;

  /// Ends the transaction. If recorded rows changed, adds a row to the history with `summary` and
  /// returns true; if nothing changed, writes nothing at all and returns false. Throws `StoreError`
  /// (disk full, history row too large); then the study is as it was.
  bool commit(const std::string& summary);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A part of a change that can fail by itself: rolled back by the destructor unless kept. Throws
/// `StoreError` if there is no change any more, because SQLite had to take all of it back.
class Savepoint {
 public:
  explicit Savepoint(Database& database);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep();

 private:
  Database& database_;
  bool kept_ = false;
};

}  // namespace themata::store
