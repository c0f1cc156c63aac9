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
    "answer", "begin", "comment", "comments", "content", "dialogue", "duration", "end", "end time",
    "line", "name", "no", "no.", "notes", "number", "participant", "person", "speaker", "speakers",
    "speech", "start", "start time", "text", "time", "timecode", "timestamp", "transcript",
    "transcription", "turn", "utterance", "voice", "who", "words"});
// clang-format on
static_assert(std::is_sorted(column_titles.begin(), column_titles.end()));

/// The title of each column, in small letters, if all cells of the row may be one.
bool is_title_row(std::string_view text, const TableRow& row) {
  const auto is_title = [&](text::TextRange cell) {
    const std::string key = text::name_key(text::trim(text::slice(text, cell)));
    return key.empty() || std::binary_search(column_titles.begin(), column_titles.end(), key);
  };
  return row.cells.size() > 1 && std::all_of(row.cells.begin(), row.cells.end(), is_title);
}

class TurnTable {
 public:
  TurnTable(std::string_view text, const std::vector<TableRow>& rows) : text_(text), rows_(rows) {
    for (const TableRow& row : rows) columns_ = std::max(columns_, row.cells.size());
    first_ = !rows.empty() && is_title_row(text, rows.front()) ? 1 : 0;
  }

  std::vector<DocumentTurn> turns() {
    if (columns_ < 2 || rows_.size() < first_ + 2) return {};
    said_ = longest_column();
    const auto names = name_column();
    if (!names) return {};
    names_ = *names;
    std::vector<DocumentTurn> turns;
    for (std::size_t i = first_; i < rows_.size(); ++i) add_turn(rows_[i], turns);
    return turns;
  }

 private:
  [[nodiscard]] text::TextRange cell(const TableRow& row, std::size_t column) const {
    return column < row.cells.size() ? row.cells[column] : text::TextRange{};
  }
  [[nodiscard]] std::string_view content(const TableRow& row, std::size_t column) const {
    return text::trim(text::slice(text_, cell(row, column)));
  }

  [[nodiscard]] std::size_t longest_column() const {
    std::vector<std::size_t> sizes(columns_);
    for (std::size_t i = first_; i < rows_.size(); ++i) {
      for (std::size_t c = 0; c < rows_[i].cells.size(); ++c) sizes[c] += rows_[i].cells[c].size();
    }
    return static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  }

  [[nodiscard]] std::optional<std::size_t> name_column() const {
    for (std::size_t column = 0; column < columns_; ++column) {
      if (column != said_ && holds_names(column)) return column;
    }
    return std::nullopt;
  }

  /// Names in all its cells that are not empty, and of those one again, or one that says a role.
  [[nodiscard]] bool holds_names(std::size_t column) const {
    std::unordered_map<std::string, std::size_t> counts;
    bool has_role = false;
    bool recurs = false;
    for (std::size_t i = first_; i < rows_.size(); ++i) {
      const std::string_view cell = content(rows_[i], column);
      if (cell.empty()) continue;
      const std::string_view name = speaker_name_in(cell);
      if (name.empty()) return false;
      has_role |= is_researcher_label(name) || is_generic_label(name);
      recurs |= ++counts[text::name_key(name)] > 1;
    }
    return (has_role && counts.size() > 1) || (recurs && 2 * counts.size() <= rows_.size() + 1);
  }

  void add_turn(const TableRow& row, std::vector<DocumentTurn>& turns) const {
    text::TextRange said = cell(row, said_);
    if (!row.cells.empty() && row.cells.size() <= said_) {  // a row that ends before it
      said = {row.cells.back().end, row.cells.back().end};
    }
    const std::string_view name = speaker_name_in(content(row, names_));
    if (said.empty() && name.empty()) return;
    DocumentTurn turn;
    turn.range = said;
    const bool has_label = !row.cells.empty() && row.cells.front().begin < said.begin;
    turn.label = {has_label ? row.cells.front().begin : said.begin, said.begin};
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
  const std::vector<TableRow>& rows_;
  std::size_t columns_ = 0;
  std::size_t first_ = 0;  ///< row below the titles
  std::size_t said_ = 0;   ///< column
  std::size_t names_ = 0;
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
