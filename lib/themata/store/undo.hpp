#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "themata/store/change.hpp"
#include "themata/store/history.hpp"

namespace themata::store {

/// One undo or redo: takes the write lock, applies what the history recorded, and adds itself to
/// the history. What is not committed is rolled back by the destructor.
class Reversal {
 public:
  Reversal(Database& database, ChangeInfo info);
  ~Reversal();
  Reversal(const Reversal&) = delete;
  Reversal& operator=(const Reversal&) = delete;

  /// The history under the lock.
  [[nodiscard]] const std::vector<LogEntry>& log() const { return log_; }

  /// Takes a command back, or gives it again. Returns false, with nothing changed by it, if the
  /// rows are not as it left them (or found them). The command must be recorded.
  bool take_back(std::int64_t change);
  bool give_again(std::int64_t change);

  /// Adds a row of this kind with what was applied as its targets, and ends the transaction.
  void commit(ChangeKind kind, const std::string& summary);

 private:
  bool apply(std::int64_t change, bool back);

  Database& database_;
  ChangeInfo info_;
  std::vector<LogEntry> log_;
  std::vector<std::int64_t> applied_;
};

/// Adds a mark to the history that names the state as it is.
void add_snapshot(Database& database, const ChangeInfo& info, const std::string& name);

/// Brings a copy in memory back to the state after the history's row `change`, whose later rows it
/// takes out of the copy's history. Throws `Conflict` if a command since then can never be taken
/// back, `StoreError` if the history does not fit the study.
/// `before_step` is called before each row of the history.
void go_back_to(Database& copy, std::int64_t change, const std::function<void()>& before_step = {});

/// The commands of `later` that stand on `change`: that touched a row which it touched, or refer to
/// a row that it made.
std::vector<std::int64_t> standing_on(Database& database, std::int64_t change,
                                      const std::vector<std::int64_t>& later);

}  // namespace themata::store
