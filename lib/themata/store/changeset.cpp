#include "themata/store/detail/changeset.hpp"

#include <cassert>
#include <memory>

#include "themata/error.hpp"
#include "themata/store/detail/connection.hpp"

namespace themata::store {
namespace {

struct IteratorDelete {
  void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, IteratorDelete>;

void* bytes_of(std::string_view changeset) {
  return const_cast<char*>(changeset.data());  // SQLite only reads them
}

std::optional<std::string> text_of(sqlite3_value* value) {
  if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  if (sqlite3_value_type(value) != SQLITE_BLOB) {
    bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  }
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

RowChange::Kind kind_of(int operation) {
  if (operation == SQLITE_INSERT) return RowChange::Kind::added;
  return operation == SQLITE_DELETE ? RowChange::Kind::removed : RowChange::Kind::changed;
}

RowChange row_of(sqlite3_changeset_iter* iterator) {
  const char* table = nullptr;
  int columns = 0;
  int operation = 0;
  sqlite3changeset_op(iterator, &table, &columns, &operation, nullptr);
  unsigned char* keys = nullptr;
  sqlite3changeset_pk(iterator, &keys, nullptr);
  RowChange row;
  row.kind = kind_of(operation);
  row.table = table;
  for (int i = 0; i < columns; ++i) {
    sqlite3_value* before = nullptr;
    sqlite3_value* after = nullptr;
    if (operation != SQLITE_INSERT) sqlite3changeset_old(iterator, i, &before);
    if (operation != SQLITE_DELETE) sqlite3changeset_new(iterator, i, &after);
    row.is_key.push_back(keys[i] != 0);
    row.before.push_back(text_of(before));
    row.after.push_back(text_of(after));
    row.told.push_back(before != nullptr || after != nullptr);
  }
  return row;
}

/// The number of rows that a changeset is about.
std::int64_t rows_in(Connection& connection, std::string_view changeset) {
  sqlite3_changeset_iter* started = nullptr;
  connection.check(
      sqlite3changeset_start(&started, static_cast<int>(changeset.size()), bytes_of(changeset)));
  const Iterator iterator(started);
  std::int64_t rows = 0;
  while (sqlite3changeset_next(iterator.get()) == SQLITE_ROW) ++rows;
  return rows;
}

int give_up(void* /*context*/, int /*conflict*/, sqlite3_changeset_iter* /*row*/) {
  return SQLITE_CHANGESET_ABORT;
}

}  // namespace

void each_row(Connection& connection, std::string_view changeset, const std::string& what,
              const std::function<void(const RowChange&)>& sink) {
  sqlite3_changeset_iter* started = nullptr;
  connection.guarded([&] {
    connection.check(
        sqlite3changeset_start(&started, static_cast<int>(changeset.size()), bytes_of(changeset)));
  });
  const Iterator iterator(started);
  int result = SQLITE_OK;
  while ((result = sqlite3changeset_next(iterator.get())) == SQLITE_ROW) {
    sink(row_of(iterator.get()));
  }
  if (result != SQLITE_DONE) throw_damaged(connection.path(), what + " cannot be read");
}

bool apply_changeset(Connection& connection, std::string_view changeset, Direction direction) {
  assert(connection.in_transaction());
  const int flags = direction == Direction::back ? SQLITE_CHANGESETAPPLY_INVERT : 0;
  return connection.guarded([&] {
    const std::int64_t expected = rows_in(connection, changeset);
    const std::int64_t before = sqlite3_total_changes64(connection.handle());
    const int result = sqlite3changeset_apply_v2(
        connection.handle(), static_cast<int>(changeset.size()), bytes_of(changeset), nullptr,
        give_up, nullptr, nullptr, nullptr, flags);
    if (result == SQLITE_ABORT || result == SQLITE_CONSTRAINT) return false;
    connection.check(result);
    // SQLite passes over tables that it does not find as the changeset has them, and says nothing
    return sqlite3_total_changes64(connection.handle()) - before >= expected;
  });
}

}  // namespace themata::store
