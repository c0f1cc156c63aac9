#include "themata/store/foreign/detail/foreign_database.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/foreign/foreign_project.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/printable.hpp"

namespace themata::store {

namespace {

[[noreturn]] void fail(const std::string& name, const SQLite::Exception& error) {
  throw InputError(name, fmt::format("cannot be read as an SQLite database: {}; copy it anew from "
                                     "the program that it is from",
                                     error.what()));
}

/// What a transcript may not hold is U+FFFD; offsets in code points stay.
std::string without_controls(std::string text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const bool control = (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    if (control) {
      result += "\uFFFD";
    } else {
      result += c;
    }
  }
  return result;
}

std::string without_white_space(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

bool is_folder_of_qualcoder(const std::filesystem::path& path) {
  return std::filesystem::is_directory(path) && std::filesystem::exists(path / "data.qda");
}

}  // namespace

std::string ForeignRow::text(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  if (value.isNull()) return {};
  std::string text(value.getText(), static_cast<std::size_t>(value.getBytes()));
  if (text::is_valid_utf8(text)) return text;
  return text::printable(text, text::LineBreaks::keep);
}

ForeignDatabase::ForeignDatabase(const std::filesystem::path& path) : name_(path.string()) {
  try {
    database_ = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READONLY);
    database_->exec("PRAGMA trusted_schema = OFF");  // nothing of the file's own is run
    database_->exec("PRAGMA cell_size_check = ON");
    database_->exec("SELECT count(*) FROM sqlite_schema");
  } catch (const SQLite::Exception& error) {
    fail(name_, error);
  }
}

bool ForeignDatabase::has_table(const std::string& table) {
  bool found = false;
  try {
    SQLite::Statement query(*database_,
                            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    query.bind(1, table);
    found = query.executeStep();
  } catch (const SQLite::Exception& error) {
    fail(name_, error);
  }
  return found;
}

bool ForeignDatabase::has_column(const std::string& table, const std::string& column) {
  bool found = false;
  each("SELECT name FROM pragma_table_info('" + table + "')",
       [&](const ForeignRow& row) { found = found || row.text(0) == column; });
  return found;
}

void ForeignDatabase::each(const std::string& sql, const std::vector<std::int64_t>& arguments,
                           const std::function<void(const ForeignRow&)>& take) {
  try {
    SQLite::Statement query(*database_, sql);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      query.bind(static_cast<int>(i) + 1, arguments[i]);
    }
    const ForeignRow row(query);
    while (query.executeStep()) take(row);
  } catch (const SQLite::Exception& error) {
    fail(name_, error);
  }
}

std::int64_t ForeignDatabase::count(const std::string& table) {
  std::int64_t number = 0;
  if (!has_table(table)) return number;
  each("SELECT count(*) FROM " + table, [&](const ForeignRow& row) { number = row.integer(0); });
  return number;
}

ForeignText::ForeignText(std::string raw) : raw_(without_controls(std::move(raw))), index_(raw_) {
  text_.reserve(raw_.size());
  for (std::size_t at = 0; at < raw_.size(); ++at) {
    if (raw_[at] != '\r') {
      text_ += raw_[at];
    } else if (at + 1 < raw_.size() && raw_[at + 1] == '\n') {
      crs_.push_back(at);
    } else {
      text_ += '\n';
    }
  }
}

std::optional<text::TextRange> ForeignText::range(std::int64_t start, std::int64_t end) const {
  const auto length = static_cast<std::int64_t>(index_.code_point_length().value);
  if (start < 0 || end <= start || end > length) return std::nullopt;
  const auto place = [&](std::int64_t position) {
    const auto byte = index_.bytes(text::CodePointOffset{static_cast<std::size_t>(position)}).value;
    const auto before = std::lower_bound(crs_.begin(), crs_.end(), byte) - crs_.begin();
    return byte - static_cast<std::size_t>(before);
  };
  const auto range = text::byte_range(place(start), place(end));
  if (range.empty()) return std::nullopt;
  return text::snap_to_graphemes(text_, range);
}

std::optional<std::size_t> ForeignCoders::of(const std::string& name) {
  const std::string usable = model::usable_name(name, "");
  if (usable.empty()) return std::nullopt;
  const auto [found, is_new] = known_.emplace(usable, coders_.size());
  if (is_new) coders_.push_back({"", usable});
  return found->second;
}

std::string time_of(const std::string& written) {
  constexpr std::size_t length = 19;
  if (written.size() < length) return {};
  std::string time = written.substr(0, length);
  constexpr std::string_view pattern = "0000-00-00 00:00:00";
  for (std::size_t i = 0; i < length; ++i) {
    const bool digit = time[i] >= '0' && time[i] <= '9';
    const bool between = i == 10 && (time[i] == ' ' || time[i] == 'T');
    if (pattern[i] == '0' ? !digit : !between && time[i] != pattern[i]) return {};
  }
  time[10] = 'T';
  return time + 'Z';
}

bool mark_other_words(std::string_view words, std::string_view excerpt,
                      model::PortableCoding& coding) {
  const std::string wanted = without_white_space(excerpt);
  if (wanted.empty() || wanted == without_white_space(words)) return false;
  coding.flag_reason = "its file has other words beside it";
  coding.flag_excerpt = text::trim(excerpt);
  return true;
}

std::string color_of(const std::string& written) {
  return written.size() == 7 && written.front() == '#' ? written : std::string();
}

void take_coding(const ForeignText& text, std::int64_t start, std::int64_t end,
                 const std::string& excerpt, model::PortableCoding coding,
                 model::PortableSource& source) {
  const auto range = text.range(start, end);
  if (!range) {
    source.losses.push_back(
        fmt::format("a coding of \"{}\" ({} to {}): there is no such place in its text",
                    source.name, start, end));
    return;
  }
  coding.range = *range;
  if (mark_other_words(text::slice(text.text(), *range), excerpt, coding)) {
    source.remarks.push_back(
        fmt::format("a coding ({} to {}) is on other words than its file has beside it: look at it "
                    "again (themata excerpts --flagged)",
                    start, end));
  }
  source.codings.push_back(std::move(coding));
}

std::optional<model::PortableMemo> memo_of(const std::string& text,
                                           std::optional<std::size_t> coder,
                                           const std::string& created) {
  if (text::trim(text).empty()) return std::nullopt;
  model::PortableMemo memo;
  memo.coder = coder;
  memo.created = created;
  memo.text = text;
  return memo;
}

bool is_foreign_project(std::string_view extension) {
  return extension == ".qda" || extension == ".rqda" || extension == ".sqlite3";
}

std::unique_ptr<model::PortableReader> open_foreign_project(const std::filesystem::path& path) {
  const bool folder = is_folder_of_qualcoder(path);
  if (!folder && std::filesystem::is_directory(path)) {
    throw InputError(path.string(), "is a folder without data.qda: no QualCoder project");
  }
  ForeignDatabase database(folder ? path / "data.qda" : path);
  if (database.has_table("code_text") && database.has_table("code_name")) {
    return open_qualcoder(std::move(database));
  }
  if (database.has_table("freecode") && database.has_table("coding")) {
    return open_rqda(std::move(database));
  }
  if (database.has_table("highlights") && database.has_table("tags")) {
    return open_taguette(std::move(database));
  }
  throw InputError(path.string(),
                   "is an SQLite database of no program that is known here; QualCoder, RQDA and "
                   "Taguette are");
}

}  // namespace themata::store
