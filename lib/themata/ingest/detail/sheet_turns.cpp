#include "themata/ingest/detail/sheet_turns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

using Titles = std::vector<std::string>;

constexpr auto said_titles =
    std::to_array<std::string_view>({"text", "transcript", "transcription", "utterance", "speech",
                                     "said", "words", "dialogue", "content"});
constexpr auto speaker_titles = std::to_array<std::string_view>(
    {"speaker", "speaker name", "speaker label", "name", "who", "person", "participant", "voice"});
constexpr auto start_titles =
    std::to_array<std::string_view>({"start", "start time", "start_time", "begin", "from", "time",
                                     "timestamp", "timecode", "time in", "in"});
constexpr auto end_titles = std::to_array<std::string_view>(
    {"end", "end time", "end_time", "finish", "to", "stop", "time out", "out"});

enum class Unit { unknown, seconds, milliseconds };

/// "start" of "Start (ms)", with what the title says of the unit.
std::pair<std::string, Unit> bare_title(std::string_view title) {
  struct Ending {
    std::string_view text;
    Unit unit;
  };
  constexpr auto endings = std::to_array<Ending>({{"(ms)", Unit::milliseconds},
                                                  {"[ms]", Unit::milliseconds},
                                                  {"_ms", Unit::milliseconds},
                                                  {" ms", Unit::milliseconds},
                                                  {"(milliseconds)", Unit::milliseconds},
                                                  {"(s)", Unit::seconds},
                                                  {"[s]", Unit::seconds},
                                                  {"_s", Unit::seconds},
                                                  {"(sec)", Unit::seconds},
                                                  {"(seconds)", Unit::seconds}});
  std::string key = text::name_key(title);
  for (const Ending& ending : endings) {
    if (!key.ends_with(ending.text)) continue;
    key.resize(key.size() - ending.text.size());
    return {std::string{text::trim(key)}, ending.unit};
  }
  return {key, Unit::unknown};
}

template <std::size_t size>
std::optional<std::size_t> column_of(const Titles& titles,
                                     const std::array<std::string_view, size>& names) {
  for (const std::string_view name : names) {
    const auto found = std::find(titles.begin(), titles.end(), name);
    if (found != titles.end()) return static_cast<std::size_t>(found - titles.begin());
  }
  return std::nullopt;
}

/// A number from 0 that fills the cell, with a point or a comma before its decimals.
std::optional<double> number_in(std::string_view cell) {
  constexpr std::size_t longest = 18;
  if (cell.empty() || cell.size() > longest || !is_digit(cell.front())) return std::nullopt;
  std::string digits{cell};
  std::replace(digits.begin(), digits.end(), ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number,
                                            std::chars_format::fixed);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool somebody_recurs(const std::vector<DocumentTurn>& turns) {
  std::unordered_set<std::string> speakers;
  for (const DocumentTurn& turn : turns) speakers.insert(text::name_key(turn.speaker));
  return speakers.size() < turns.size();
}

class TitledTable {
 public:
  TitledTable(std::string_view text, const std::vector<TableRow>& rows) : text_(text), rows_(rows) {
    if (rows.empty()) return;
    for (std::size_t i = 0; i < rows.front().cells.size(); ++i) {
      auto [title, unit] = bare_title(content(rows.front(), i));
      if (unit != Unit::unknown) unit_ = unit;
      titles_.push_back(std::move(title));
    }
    said_ = column_of(titles_, said_titles);
    speaker_ = column_of(titles_, speaker_titles);
    start_ = column_of(titles_, start_titles);
    end_ = column_of(titles_, end_titles);
  }

  [[nodiscard]] bool names_its_columns() const { return said_ && (speaker_ || start_); }

  /// Empty if a cell of the speakers or the times holds something else, or if without times nobody
  /// of many comes again: those are answers.
  std::vector<DocumentTurn> turns() {
    if (start_ && unit_ == Unit::unknown) unit_ = unit_by_pace();
    std::vector<DocumentTurn> turns;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (!add_turn(rows_[i], turns)) return {};
    }
    if (!start_ && turns.size() > 2 && !somebody_recurs(turns)) return {};
    return turns;
  }

 private:
  [[nodiscard]] std::string_view content(const TableRow& row,
                                         std::optional<std::size_t> column) const {
    if (!column || *column >= row.cells.size()) return {};
    return text::slice(text_, row.cells[*column]);
  }

  bool add_turn(const TableRow& row, std::vector<DocumentTurn>& turns) const {
    if (content(row, said_).empty()) return true;
    const text::TextRange said = row.cells[*said_];
    DocumentTurn turn;
    turn.range = said;
    turn.label = {*said_ > 0 ? row.cells.front().begin : said.begin, said.begin};
    if (const std::string_view cell = content(row, speaker_); !cell.empty()) {
      turn.speaker = speaker_name_in(cell);
      if (turn.speaker.empty()) return false;
    } else if (speaker_ && !turns.empty()) {
      turn.speaker = turns.back().speaker;
    }
    if (!read_time(content(row, start_), turn.started, &turn.ended)) return false;
    if (!read_time(content(row, end_), turn.ended, nullptr)) return false;
    turns.push_back(std::move(turn));
    return true;
  }

  /// A cell may hold two times. False if it holds something else.
  bool read_time(std::string_view cell, std::optional<std::chrono::milliseconds>& time,
                 std::optional<std::chrono::milliseconds>* second) const {
    if (cell.empty()) return true;
    if (const auto number = number_in(cell)) {
      constexpr double latest = 1e17;  // milliseconds: above any clock's, below what a time holds
      const double time_in_ms = *number * (unit_ == Unit::milliseconds ? 1 : 1000);
      if (time_in_ms > latest) return false;
      time = std::chrono::milliseconds{std::llround(time_in_ms)};
      return true;
    }
    const Times times = times_in(cell);
    if (!times.started) return false;
    time = times.started;
    if (second != nullptr && times.ended) *second = times.ended;
    return true;
  }

  /// Numbers are milliseconds if, taken for seconds, less than a letter were said in three of them.
  [[nodiscard]] Unit unit_by_pace() const {
    constexpr double slowest = 0.3;  // bytes a second
    double first = -1;
    double last = 0;
    double bytes = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      for (const auto column : {start_, end_}) {
        const auto number = number_in(content(rows_[i], column));
        if (!number) continue;
        if (first < 0) first = *number;
        last = std::max(last, *number);
      }
      bytes += static_cast<double>(content(rows_[i], said_).size());
    }
    return bytes < slowest * (last - std::max(first, 0.0)) ? Unit::milliseconds : Unit::seconds;
  }

  std::string_view text_;
  const std::vector<TableRow>& rows_;
  Titles titles_;
  std::optional<std::size_t> said_;
  std::optional<std::size_t> speaker_;
  std::optional<std::size_t> start_;
  std::optional<std::size_t> end_;
  Unit unit_ = Unit::unknown;
};

/// True if a cell beside a turn says no more than who speaks, when, and in which line.
bool is_beside_speech(std::string_view cell, const DocumentTurn& turn) {
  return cell.empty() || number_in(cell) || times_in(cell).started ||
         speaker_name_in(cell) == turn.speaker;
}

/// What `turns_of_table` takes for turns may be a table of answers: then more than the text of each
/// turn stands in its row, or nobody comes again.
bool are_turns(std::string_view text, const std::vector<TableRow>& rows,
               const std::vector<DocumentTurn>& turns) {
  if (!somebody_recurs(turns)) return false;
  auto turn = turns.begin();
  for (const TableRow& row : rows) {
    const auto is_said = [&](text::TextRange cell) { return cell == turn->range; };
    if (turn == turns.end()) break;
    if (std::none_of(row.cells.begin(), row.cells.end(), is_said)) continue;
    for (const text::TextRange cell : row.cells) {
      if (!is_said(cell) && !is_beside_speech(text::slice(text, cell), *turn)) return false;
    }
    ++turn;
  }
  return true;
}

}  // namespace

std::vector<DocumentTurn> turns_of_sheet(std::string_view text, const std::vector<TableRow>& rows) {
  TitledTable table(text, rows);
  if (table.names_its_columns()) return table.turns();
  std::vector<DocumentTurn> turns = turns_of_table(text, rows);
  if (!are_turns(text, rows, turns)) turns.clear();
  return turns;
}

}  // namespace themata::ingest::detail
