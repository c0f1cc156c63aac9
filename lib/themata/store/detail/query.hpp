#pragma once

#include <cassert>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "themata/model/id.hpp"
#include "themata/store/database.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/text/decode.hpp"

namespace themata::store {

/// Bytes to be bound as a BLOB without a copy: they must live until the query has run.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement, taken from the connection's cache and given back, reset, at the end of its
/// life. Arguments are bound to `?1`, `?2`, ... Columns count from 0. SQLite's errors come out as
/// `StoreError`.
class Query {
 public:
  template <class... Args>
  Query(Database& database, std::string_view sql, const Args&... args)
      : Query(connection_of(database), sql, args...) {}

  template <class... Args>
  Query(Connection& connection, std::string_view sql, const Args&... args)
      : connection_(connection), pool_(connection.pool(sql)) {
    statement_ = take(sql);
    if constexpr (sizeof...(args) > 0) bind(args...);
  }

  ~Query() {
    statement_->tryReset();
    pool_.push_back(std::move(statement_));
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Begins anew with these arguments.
  template <class... Args>
  Query& bind(const Args&... args) {
    statement_->tryReset();
    return bind_after(0, args...);
  }
  /// Binds arguments behind the first `before` ones, before the query is run.
  template <class... Args>
  Query& bind_after(int before, const Args&... args) {
    connection_.guarded([&] {
      int index = before;
      (bind_one(++index, args), ...);
    });
    return *this;
  }

  /// Goes to the next row; false (and nothing is locked any more) after the last.
  bool next() {
    const bool row = connection_.guarded([&] { return statement_->executeStep(); });
    if (!row) statement_->tryReset();
    return row;
  }
  /// Runs a statement that gives no rows.
  void run() {
    while (next()) {
    }
  }

  [[nodiscard]] bool null(int column) const { return statement_->isColumnNull(column); }
  [[nodiscard]] std::int64_t integer(int column) const {
    return statement_->getColumn(column).getInt64();
  }
  [[nodiscard]] std::size_t size(int column) const {
    return static_cast<std::size_t>(integer(column));
  }
  /// The bytes of the current row's text or blob; valid until the next call.
  [[nodiscard]] std::string_view view(int column) const {
    const SQLite::Column value = statement_->getColumn(column);
    const char* data = static_cast<const char*>(value.getBlob());
    return {data, static_cast<std::size_t>(value.getBytes())};
  }
  /// The text of the current row. Throws `StoreError` if another program wrote no UTF-8 there.
  [[nodiscard]] std::string text(int column) const {
    const std::string_view bytes = view(column);
    if (!text::is_valid_utf8(bytes)) {
      throw_damaged(connection_.path(), "it holds a name or a note that is not UTF-8");
    }
    return std::string(bytes);
  }
  template <class Id>
  [[nodiscard]] Id id(int column) const {
    return Id{integer(column)};
  }
  template <class Id>
  [[nodiscard]] std::optional<Id> optional_id(int column) const {
    if (null(column)) return std::nullopt;
    return Id{integer(column)};
  }
  [[nodiscard]] std::optional<std::chrono::milliseconds> optional_milliseconds(int column) const {
    if (null(column)) return std::nullopt;
    return std::chrono::milliseconds{integer(column)};
  }
  /// The enumerator that the column's word names (`parse` is one of model's `parse_...`).
  template <auto parse>
  [[nodiscard]] auto word(int column) const {
    const auto value = parse(view(column));
    if (!value) throw_unknown_word(connection_.path(), view(column));
    return *value;
  }

 private:
  std::unique_ptr<SQLite::Statement> take(std::string_view sql) {
    if (pool_.empty()) {
      pool_.reserve(1);
      return connection_.guarded([&] {
        return std::make_unique<SQLite::Statement>(connection_.sqlite(), std::string(sql));
      });
    }
    std::unique_ptr<SQLite::Statement> statement = std::move(pool_.back());
    pool_.pop_back();
    return statement;
  }

  template <class Integer>
  requires std::is_integral_v<Integer>
  void bind_one(int index, Integer value) {
    statement_->bind(index, static_cast<std::int64_t>(value));
  }
  template <class Noun>
  void bind_one(int index, model::Id<Noun> id) {
    statement_->bind(index, id.value);
  }
  void bind_one(int index, std::chrono::milliseconds time) { bind_one(index, time.count()); }
  void bind_one(int index, const std::string& text) { statement_->bind(index, text); }
  void bind_one(int index, std::string_view text) { statement_->bind(index, std::string(text)); }
  void bind_one(int index, Blob blob) {
    const char* data = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    statement_->bindNoCopy(index, data, static_cast<int>(blob.bytes.size()));
  }
  template <class Value>
  void bind_one(int index, const std::optional<Value>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      statement_->bind(index);
    }
  }

  Connection& connection_;
  Connection::Pool& pool_;
  std::unique_ptr<SQLite::Statement> statement_;
};

/// Sees one state of the study from the first statement to the end of its life, unless a change
/// (which does so anyway) is under way.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database)
      : connection_(connection_of(database)), begun_(!connection_.in_transaction()) {
    if (begun_) Query(connection_, "BEGIN").run();
  }
  ~ReadTransaction() {
    if (begun_) connection_.sqlite().tryExec("COMMIT");
  }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Connection& connection_;
  bool begun_;
};

inline std::int64_t last_id(Database& database) {
  return connection_of(database).sqlite().getLastInsertRowid();
}

/// The number of rows that the last INSERT, UPDATE or DELETE touched.
inline int rows_changed(Database& database) {
  return connection_of(database).sqlite().getChanges();
}

/// Throws `NotFound` if the last UPDATE or DELETE met no row: the id was none of a `noun`.
void require_row(Database& database, std::string_view noun, std::int64_t id);

}  // namespace themata::store
