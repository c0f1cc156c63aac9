#include "themata/ingest/detail/turn_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

// clang-format off
constexpr auto column_titles = std::to_array<std::string_view>({
    "answer", "begin", "code", "codes", "comment", "comments", "content", "dialogue", "duration", "end", "end time",
    "line", "name", "no", "no.", "notes", "number", "participant", "person", "speaker", "speakers",
    "speech", "start", "start time", "text", "time", "timecode", "timestamp", "transcript",
    "transcription", "turn", "utterance", "voice", "who", "words"});
// clang-format on
static_assert(std::is_sorted(column_titles.begin(), column_titles.end()));

/// True if all cells of the row may be titles of columns.
bool is_title_row(std::string_view text, const TableRow& row) {
  const auto is_title = [&](text::TextRange cell) {
    const std::string key = text::name_key(text::trim(text::slice(text, cell)));
    return key.empty() || std::binary_search(column_titles.begin(), column_titles.end(), key);
  };
  return row.cells.size() > 1 && std::all_of(row.cells.begin(), row.cells.end(), is_title);
}

/// No table of turns has more.
constexpr std::size_t most_columns = 256;

bool has_letters(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(),
                     [](char c) { return is_ascii_letter(c) || !text::is_ascii(c); });
}

class TurnTable {
 public:
  TurnTable(std::string_view text, const std::vector<TableRow>& rows) : text_(text) {
    for (const TableRow& row : rows) {
      columns_ = std::max(columns_, row.cells.size());
      if (!is_title_row(text, row)) rows_.push_back(&row);
    }
  }

  std::vector<DocumentTurn> turns() {
    if (columns_ < 2 || columns_ > most_columns || rows_.size() < 2) return {};
    said_ = longest_column();
    const auto names = name_column();
    if (!names) return labelled_turns();
    names_ = *names;
    std::vector<DocumentTurn> turns;
    for (const TableRow* row : rows_) add_turn(*row, turns);
    return turns;
  }

 private:
  [[nodiscard]] text::TextRange cell(const TableRow& row, std::size_t column) const {
    return column < row.cells.size() ? row.cells[column] : text::TextRange{};
  }
  [[nodiscard]] std::string_view content(const TableRow& row, std::size_t column) const {
    return text::trim(text::slice(text_, cell(row, column)));
  }

  /// Of the rows that hold more than one thing: one alone may be a title. Times are no words.
  [[nodiscard]] std::size_t longest_column() const {
    std::vector<std::size_t> sizes(columns_);
    for (const TableRow* row : rows_) {
      const auto is_full = [](text::TextRange cell) { return !cell.empty(); };
      if (std::count_if(row->cells.begin(), row->cells.end(), is_full) < 2) continue;
      for (std::size_t c = 0; c < row->cells.size(); ++c) {
        if (has_letters(text::slice(text_, row->cells[c]))) sizes[c] += row->cells[c].size();
      }
    }
    return static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  }

  /// What the cells of a column that may hold names are.
  struct Names {
    std::unordered_map<std::string, std::size_t> counts;
    bool has_other = false;  ///< a cell that cannot be a name
    bool has_role = false;
    bool recurs = false;
  };

  /// The first column with names in all its cells that are not empty, and of those one again, or
  /// one that says a role. Rows in which nothing is said do not matter: they are titles.
  [[nodiscard]] std::optional<std::size_t> name_column() const {
    std::vector<Names> columns(said_);
    for (const TableRow* row : rows_) {
      if (content(*row, said_).empty()) continue;
      for (std::size_t column = 0; column < said_; ++column) {
        count_name(content(*row, column), columns[column]);
      }
    }
    for (std::size_t column = 0; column < said_; ++column) {
      if (are_names(columns[column])) return column;
    }
    return std::nullopt;
  }

  /// The lines of what a row says, each with the label that it begins with, if any.
  template <class Line>
  void for_each_line(const TableRow& row, const Line& line) const {
    const text::TextRange said = cell(row, said_);
    for (std::size_t begin = said.begin.value; begin < said.end.value;) {
      const std::size_t end = std::min(text_.find('\n', begin), said.end.value);
      const text::TextRange range = text::byte_range(begin, end);
      line(range, colon_label(text_.substr(0, end), range));
      begin = end + 1;
    }
  }

  /// Turns of a column whose cells begin with labels (`Kay: Safe.`) beside others that hold numbers
  /// of lines, or what somebody noted: those are nobody's speech.
  [[nodiscard]] std::vector<DocumentTurn> labelled_turns() const {
    std::unordered_map<std::string, std::size_t> counts;
    std::size_t said = 0;
    std::size_t labelled = 0;
    bool has_role = false;
    for (const TableRow* row : rows_) {
      if (content(*row, said_).empty()) continue;
      ++said;
      bool is_labelled = false;
      for_each_line(*row, [&](text::TextRange, const std::optional<LabelCandidate>& label) {
        if (!label) return;
        const std::string_view name = text::slice(text_, label->name);
        is_labelled = true;
        has_role |= is_researcher_label(name) || is_generic_label(name);
        ++counts[text::name_key(name)];
      });
      labelled += is_labelled ? 1 : 0;
    }
    const bool is_each_labelled = labelled == said;
    std::erase_if(counts, [&](const auto& entry) {
      return !is_each_labelled && entry.second < 2 && !is_researcher_label(entry.first) &&
             !is_generic_label(entry.first);
    });
    if (counts.empty() || 2 * labelled < said || (counts.size() < 2 && !has_role)) return {};
    return turns_by_labels(counts);
  }

  [[nodiscard]] std::vector<DocumentTurn> turns_by_labels(
      const std::unordered_map<std::string, std::size_t>& names) const {
    std::vector<DocumentTurn> turns;
    for (const TableRow* row : rows_) {
      bool begins_row = true;
      for_each_line(*row, [&](text::TextRange line, const std::optional<LabelCandidate>& label) {
        const bool is_turn =
            label && names.contains(text::name_key(text::slice(text_, label->name)));
        if (is_turn || begins_row) {
          DocumentTurn turn;
          turn.label = is_turn ? label->label : text::TextRange{line.begin, line.begin};
          turn.range = {turn.label.end, line.end};
          if (is_turn) turn.speaker = text::slice(text_, label->name);
          if (!is_turn && !turns.empty()) turn.speaker = turns.back().speaker;
          if (begins_row) add_times(*row, turn);
          turns.push_back(std::move(turn));
        } else {
          turns.back().range.end = line.end;
        }
        begins_row = false;
      });
    }
    return turns;
  }

  static void count_name(std::string_view cell, Names& names) {
    if (cell.empty() || names.has_other) return;
    const std::string_view name = speaker_name_in(cell);
    if (name.empty()) {
      names = {};
      names.has_other = true;
      return;
    }
    names.has_role |= is_researcher_label(name) || is_generic_label(name);
    names.recurs |= ++names.counts[text::name_key(name)] > 1;
  }

  [[nodiscard]] bool are_names(const Names& names) const {
    const std::size_t count = names.counts.size();
    return (names.has_role && count > 1) || (names.recurs && 2 * count <= rows_.size() + 1);
  }

  void add_turn(const TableRow& row, std::vector<DocumentTurn>& turns) const {
    const text::TextRange said = cell(row, said_);
    if (said.empty()) return;
    const std::string_view name = speaker_name_in(content(row, names_));
    DocumentTurn turn;
    turn.range = said;
    turn.label = {said.begin, said.begin};
    for (std::size_t column = said_; column-- > 0;) {
      if (!row.cells[column].empty()) turn.label.begin = row.cells[column].begin;
    }
    if (!name.empty()) {
      turn.speaker = name;
    } else if (!turns.empty()) {
      turn.speaker = turns.back().speaker;
    }
    add_times(row, turn);
    turns.push_back(std::move(turn));
  }

  /// Of the cells that hold times alone the first is when the turn began, the second when it ended.
  void add_times(const TableRow& row, DocumentTurn& turn) const {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (column == said_ || column == names_) continue;
      const Times times = times_in(content(row, column));
      if (!times.started) continue;
      if (!turn.started) {
        turn.started = times.started;
        turn.ended = times.ended;
      } else if (!turn.ended) {
        turn.ended = times.started;
      }
    }
  }

  std::string_view text_;
  std::vector<const TableRow*> rows_;  ///< without those of titles
  std::size_t columns_ = 0;
  std::size_t said_ = 0;              ///< column
  std::size_t names_ = most_columns;  ///< none
};

}  // namespace

std::string_view speaker_name_in(std::string_view name) {
  name = text::trim(name);
  while (name.ends_with(':')) name = text::trim(name.substr(0, name.size() - 1));
  const auto label = line_label(name, text::byte_range(0, name.size()));
  return label ? text::slice(name, label->name) : std::string_view{};
}

std::vector<DocumentTurn> turns_of_table(std::string_view text, const std::vector<TableRow>& rows) {
  return TurnTable(text, rows).turns();
}

}  // namespace themata::ingest::detail
