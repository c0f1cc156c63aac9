#include "themata/store/change.hpp"

#include <cassert>
#include <string_view>
#include <utility>

#include "themata/error.hpp"
#include "themata/store/detail/history_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct SessionDelete {
  void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};
using Session = std::unique_ptr<sqlite3_session, SessionDelete>;

/// After some errors (a full disk, say) SQLite takes the whole change back by itself. Whoever goes
/// on nevertheless must not write outside a change.
void require_change(Connection& connection) {
  if (connection.in_transaction()) return;
  throw StoreError(connection.path().string() +
                   ": the change was taken back after an error; run the command again");
}

Session record(Connection& connection) {
  sqlite3_session* session = nullptr;
  connection.check(sqlite3session_create(connection.handle(), "main", &session));
  Session result(session);
  for (const std::string& table : recorded_tables()) {
    connection.check(sqlite3session_attach(session, table.c_str()));
  }
  return result;
}

/// What was recorded: the rows' old and new values in SQLite's own format.
class Changeset {
 public:
  Changeset(const Connection& connection, sqlite3_session* session) {
    connection.check(sqlite3session_changeset(session, &size_, &bytes_));
  }
  ~Changeset() { sqlite3_free(bytes_); }
  Changeset(const Changeset&) = delete;
  Changeset& operator=(const Changeset&) = delete;

  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(bytes_), static_cast<std::size_t>(size_)};
  }

 private:
  int size_ = 0;
  void* bytes_ = nullptr;
};

}  // namespace

struct Change::Impl {
  Impl(Database& changed, ChangeInfo who) : database(changed), info(std::move(who)) {
    Connection& connection = connection_of(database);
    assert(!connection.in_transaction());
    Query(connection, "BEGIN IMMEDIATE").run();
    try {
      session = connection.guarded([&] { return record(connection); });
    } catch (...) {
      connection.roll_back("ROLLBACK");
      throw;
    }
  }
  ~Impl() { connection_of(database).roll_back("ROLLBACK"); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Adds the row of the history, if there is anything to tell.
  bool add_to_history(const std::string& summary) {
    assert(session != nullptr && "the change has been ended");
    Connection& connection = connection_of(database);
    const Changeset changeset =
        connection.guarded([&] { return Changeset(connection, session.get()); });
    session.reset();
    if (changeset.bytes().empty()) return false;
    check_size(changeset.bytes());
    add_history_row(database, info, ChangeKind::command, summary, changeset.bytes());
    return true;
  }

  /// SQLite would refuse the row too, but only its own words would say why.
  void check_size(std::string_view changeset) {
    const int limit = sqlite3_limit(connection_of(database).handle(), SQLITE_LIMIT_LENGTH, -1);
    if (changeset.size() <= static_cast<std::size_t>(limit)) return;
    throw StoreError(database.path().string() +
                     ": this changes more at once than the history can record, so nothing was "
                     "changed; do it in smaller parts");
  }

  Database& database;
  ChangeInfo info;
  Session session;
};

Change::Change(Database& database, ChangeInfo info)
    : impl_(std::make_unique<Impl>(database, std::move(info))) {}

Change::~Change() = default;

bool Change::has_changes() const {
  assert(impl_->session != nullptr && "the change has been ended");
  // rows that were changed and changed back are recorded, and only the changeset leaves them out
  if (sqlite3session_isempty(impl_->session.get()) != 0) return false;
  Connection& connection = connection_of(impl_->database);
  return connection.guarded(
      [&] { return !Changeset(connection, impl_->session.get()).bytes().empty(); });
}

bool Change::commit(const std::string& summary) {
  Connection& connection = connection_of(impl_->database);
  require_change(connection);
  if (!impl_->add_to_history(summary)) {
    connection.roll_back("ROLLBACK");
    return false;
  }
  Query(connection, "COMMIT").run();
  return true;
}

Savepoint::Savepoint(Database& database) : database_(database) {
  require_change(connection_of(database_));
  Query(database_, "SAVEPOINT part").run();
}

Savepoint::~Savepoint() {
  if (!kept_) connection_of(database_).roll_back("ROLLBACK TO part; RELEASE part");
}

void Savepoint::keep() {
  Query(database_, "RELEASE part").run();
  kept_ = true;
}

}  // namespace themata::store
