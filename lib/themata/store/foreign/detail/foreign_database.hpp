#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "themata/model/portable_study.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/offsets.hpp"

namespace themata::store {

/// A row of another program's table. Columns count from 0; what is NULL, or no UTF-8, is repaired.
class ForeignRow {
 public:
  explicit ForeignRow(SQLite::Statement& statement) : statement_(statement) {}
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const {
    return statement_.getColumn(column).getInt64();
  }
  [[nodiscard]] bool null(int column) const { return statement_.isColumnNull(column); }

 private:
  SQLite::Statement& statement_;
};

/// Another program's SQLite database, for reading. SQLite's errors come out as `InputError`.
class ForeignDatabase {
 public:
  explicit ForeignDatabase(const std::filesystem::path& path);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool has_table(const std::string& table);
  [[nodiscard]] bool has_column(const std::string& table, const std::string& column);
  /// The rows of a query, one by one; `arguments` are bound to ?1, ?2, ...
  void each(const std::string& sql, const std::vector<std::int64_t>& arguments,
            const std::function<void(const ForeignRow&)>& take);
  void each(const std::string& sql, const std::function<void(const ForeignRow&)>& take) {
    each(sql, {}, take);
  }
  [[nodiscard]] std::int64_t count(const std::string& table);

 private:
  std::string name_;
  std::unique_ptr<SQLite::Database> database_;
};

/// A text as a database has it and as a study stores it (line ends LF). Positions are code points
/// of the former.
class ForeignText {
 public:
  explicit ForeignText(std::string raw);
  ForeignText(const ForeignText&) = delete;
  ForeignText& operator=(const ForeignText&) = delete;

  [[nodiscard]] const std::string& text() const { return text_; }
  /// On whole user-perceived characters; nothing if it is empty, reversed or not of this text.
  [[nodiscard]] std::optional<text::TextRange> range(std::int64_t start, std::int64_t end) const;

 private:
  std::string raw_;
  text::OffsetIndex index_;
  std::string text_;
  std::vector<std::size_t> crs_;  ///< bytes of `raw_` that `text_` has not
};

/// Who owns things there: a coder for each name.
class ForeignCoders {
 public:
  explicit ForeignCoders(std::vector<model::PortableCoder>& coders) : coders_(coders) {}
  std::optional<std::size_t> of(const std::string& name);

 private:
  std::vector<model::PortableCoder>& coders_;
  std::unordered_map<std::string, std::size_t> known_;
};

/// "2021-03-04 10:11:12" as times are here; empty for what is no such time.
std::string time_of(const std::string& written);

/// Adds a coding, or says in the source's losses why not. `excerpt`: the words that the database
/// keeps beside it; where they are others, the coding is marked to be looked at.
void take_coding(const ForeignText& text, std::int64_t start, std::int64_t end,
                 const std::string& excerpt, model::PortableCoding coding,
                 model::PortableSource& source);

/// Marks a coding on `words` to be looked at, if the database keeps others beside it (`excerpt`),
/// white space aside. True if it does.
bool mark_other_words(std::string_view words, std::string_view excerpt,
                      model::PortableCoding& coding);

/// `written` if it is `#RRGGBB`, else empty.
std::string color_of(const std::string& written);

/// A memo without a GUID; nothing without a text.
std::optional<model::PortableMemo> memo_of(const std::string& text,
                                           std::optional<std::size_t> coder,
                                           const std::string& created);

/// What the readers of the programs have in common: everything but the sources is read at once.
class ForeignReader : public model::PortableReader {
 public:
  explicit ForeignReader(ForeignDatabase database) : database_(std::move(database)) {}
  [[nodiscard]] const model::PortableStudy& study() const override { return study_; }
  [[nodiscard]] std::size_t source_count() const override { return sources_.size(); }

 protected:
  ForeignDatabase database_;
  model::PortableStudy study_;
  ForeignCoders coders_{study_.coders};
  std::vector<std::int64_t> sources_;  ///< their ids there, in order
  std::size_t next_ = 0;
};

std::unique_ptr<model::PortableReader> open_qualcoder(ForeignDatabase database);
std::unique_ptr<model::PortableReader> open_rqda(ForeignDatabase database);
std::unique_ptr<model::PortableReader> open_taguette(ForeignDatabase database);

}  // namespace themata::store
