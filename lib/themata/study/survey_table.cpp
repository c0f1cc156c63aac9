#include "themata/study/detail/survey_table.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/study/files.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

ingest::FileFormat table_format(const std::string& path) {
  const auto format = ingest::format_of_extension(std::filesystem::path(path).extension().string());
  if (format && ingest::is_table(*format)) return *format;
  throw InputError(path, "is no table: --participant-column is for .csv, .tsv and .xlsx files");
}

ingest::Sheet read_sheet(const std::string& path, ingest::FileFormat format,
                         const std::optional<std::string>& sheet) {
  const std::string bytes = read_file(path);
  try {
    return ingest::read_rows(bytes, format, sheet);
  } catch (const NotFound& error) {
    throw NotFound(path + ": " + error.what(), error.nearest());
  } catch (const InputError& error) {
    throw InputError(path, error.what());
  }
}

/// On one line, trimmed.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text::trim(text)) {
    const bool is_space = c == '\n' || c == '\t' || c == ' ';
    if (!is_space) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

/// Blank cells at the end are none.
void drop_blank_end(std::vector<std::string>& cells) {
  while (!cells.empty() && text::trim(cells.back()).empty()) cells.pop_back();
}

}  // namespace

SurveyTable::SurveyTable(const std::string& path, const std::optional<std::string>& sheet)
    : path_(path), format_(table_format(path)) {
  ingest::Sheet read = read_sheet(path, format_, sheet);
  notices_ = std::move(read.notices);
  for (ingest::SheetRow& row : read.rows) {
    drop_blank_end(row.cells);
    if (row.cells.empty()) continue;
    if (header_.empty()) {
      take_header(std::move(row));
    } else {
      take_row(std::move(row));
    }
  }
  if (header_.empty()) {
    throw InputError(path_, "the table is empty; its first row must name the columns");
  }
  take_qualtrics_rows();
}

void SurveyTable::take_header(ingest::SheetRow row) {
  for (const std::string& cell : row.cells) header_.push_back(on_one_line(cell));
  check_names(row.number);
}

void SurveyTable::check_names(std::size_t number) const {
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (header_[i].empty()) {
      fail(number,
           fmt::format("column {} has no name; name it in the first row or remove it", i + 1));
    }
    const auto [first, is_new] = seen.emplace(text::name_key(header_[i]), i);
    if (!is_new) {
      fail(number, fmt::format("columns {} and {} are both named \"{}\"; rename one of them",
                               first->second + 1, i + 1, header_[i]));
    }
  }
}

void SurveyTable::take_row(ingest::SheetRow row) {
  if (row.cells.size() > header_.size()) {
    fail(row.number,
         fmt::format("the row has {} cells but the first names {} columns; a cell that holds the "
                     "delimiter must stand in quotes",
                     row.cells.size(), header_.size()));
  }
  constexpr std::size_t most_cells = 10'000'000;
  if (header_.size() > most_cells / (rows_.size() + 1)) {
    fail(row.number,
         fmt::format("the table is too large: with {} columns in each row it has more than 10 "
                     "million cells; take out columns that hold nothing, or divide it",
                     header_.size()));
  }
  for (std::string& cell : row.cells) {
    const std::string_view kept = text::trim(cell);
    if (kept.size() != cell.size()) cell = std::string(kept);
  }
  rows_.push_back(std::move(row));
}

/// Qualtrics writes three rows above the answers: short names, questions in full, and internal ids.
void SurveyTable::take_qualtrics_rows() {
  if (rows_.size() < 2) return;
  const auto is_import_id = [](const std::string& cell) {
    return cell.starts_with("{\"ImportId\"");
  };
  const std::vector<std::string>& ids = rows_[1].cells;
  if (ids.size() != header_.size() || !std::all_of(ids.begin(), ids.end(), is_import_id)) return;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const std::string question = on_one_line(rows_.front().cell(i));
    questions_.push_back(question.empty() ? header_[i] : question);
  }
  rows_.erase(rows_.begin(), rows_.begin() + 2);
}

const std::string& SurveyTable::question(std::size_t column) const {
  return questions_.empty() ? header_[column] : questions_[column];
}

std::size_t SurveyTable::column(const std::string& name) const {
  try {
    return model::find_name("column", name, header_);
  } catch (const NotFound& error) {
    std::string message = fmt::format("{}: {}", path_, error.what());
    const bool tells_names = message.find("; there is ") != std::string::npos;
    if (error.nearest().empty() && !tells_names) {
      message += "; its first row names " + shown_header();
    }
    throw NotFound(message, error.nearest());
  } catch (const Conflict& error) {
    throw Conflict(fmt::format("{}: {}", path_, error.what()));
  }
}

/// The columns' names, for messages.
std::string SurveyTable::shown_header() const {
  constexpr std::size_t most = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(header_.size(), most); ++i) {
    list += fmt::format("{}\"{}\"", i > 0 ? ", " : "", header_[i]);
  }
  if (header_.size() > most) list += fmt::format(" and {} more", header_.size() - most);
  return list;
}

bool SurveyTable::has_column(const std::string& name) const {
  const std::string key = text::name_key(name);
  return std::any_of(header_.begin(), header_.end(),
                     [&](const std::string& title) { return text::name_key(title) == key; });
}

std::vector<std::size_t> SurveyTable::columns(const std::vector<std::string>& lists) const {
  std::unordered_map<std::string, std::size_t> by_key;
  std::size_t most_commas = 0;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    by_key.emplace(text::name_key(header_[i]), i);
    const auto commas = std::count(header_[i].begin(), header_[i].end(), ',');
    most_commas = std::max(most_commas, static_cast<std::size_t>(commas));
  }
  std::vector<std::size_t> found;
  for (std::string_view rest : lists) {
    while (!text::trim(rest).empty()) {
      // The longest beginning of the list that is a name, else up to its first comma.
      std::size_t end = std::min(rest.find(','), rest.size());
      std::optional<std::size_t> named;
      std::size_t cut = end;
      for (std::size_t commas = 0;; ++commas) {
        const auto name = by_key.find(text::name_key(rest.substr(0, end)));
        if (name != by_key.end()) {
          named = name->second;
          cut = end;
        }
        if (commas == most_commas || end == rest.size()) break;
        end = std::min(rest.find(',', end + 1), rest.size());
      }
      found.push_back(named ? *named : column(std::string(text::trim(rest.substr(0, cut)))));
      rest.remove_prefix(std::min(cut + 1, rest.size()));
    }
  }
  return found;
}

std::string SurveyTable::place(std::size_t number) const {
  return fmt::format("{} {}", ingest::row_noun(format_), number);
}

void SurveyTable::fail(std::size_t number, const std::string& message) const {
  if (format_ == ingest::FileFormat::xlsx) {
    throw InputError(path_, fmt::format("{}: {}", place(number), message));
  }
  throw InputError(path_, number, message);
}

}  // namespace themata::study::detail
