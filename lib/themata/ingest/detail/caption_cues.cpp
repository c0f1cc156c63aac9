#include "themata/ingest/detail/caption_cues.hpp"

#include <algorithm>
#include <cstdint>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::string_view arrow = "-->";

bool is_blank_in_ascii(char c) { return c == ' ' || c == '\t'; }

std::string_view first_word(std::string_view text) {
  return {text.begin(), std::find_if(text.begin(), text.end(), is_blank_in_ascii)};
}

std::optional<std::chrono::milliseconds> time_of(std::string_view word) {
  const Times times = times_in(word);
  return times.ended ? std::nullopt : times.started;
}

/// The times of a line with an arrow. What follows the second one says where the caption is shown.
Times times_around(std::string_view line, std::size_t arrow_at) {
  Times times;
  times.started = time_of(text::trim(line.substr(0, arrow_at)));
  times.ended = time_of(first_word(text::trim(line.substr(arrow_at + arrow.size()))));
  return times;
}

/// The times of a line that is nothing but two, to fractions of a second, however parted.
std::optional<Times> bare_times(std::string_view line) {
  constexpr std::size_t longest = 40;
  line = text::trim(line);
  if (line.empty() || line.size() > longest || !is_digit(line.front())) return {};
  const std::string_view first{line.begin(), std::find_if_not(line.begin(), line.end(), [](char c) {
                                 return is_digit(c) || c == ':' || c == '.' || c == ',';
                               })};
  const std::string_view rest = line.substr(first.size());
  const std::size_t second = rest.find_first_of("0123456789");
  if (second == rest.npos || second == 0) return {};
  if (rest.substr(0, second).find_first_not_of(" \t-=>") != rest.npos) return {};
  const Times times{time_of(first), time_of(rest.substr(second))};
  const auto has_fraction = [](std::string_view time) {
    return time.find_first_of(".,") != time.npos;
  };
  if (!times.started || !times.ended || !has_fraction(first) || !has_fraction(rest)) return {};
  return times;
}

/// The number that a line is, if it is nothing else.
std::optional<std::uint64_t> number_in(std::string_view line) {
  constexpr std::size_t most_digits = 18;
  line = text::trim(line);
  if (line.empty() || line.size() > most_digits) return {};
  std::uint64_t number = 0;
  for (const char c : line) {
    if (!is_digit(c)) return {};
    number = 10 * number + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

/// `John Doe` of `1 "John Doe" (3456789012)`
std::string_view name_in_identifier(std::string_view line) {
  const std::size_t open = line.find('"');
  if (open == line.npos || !number_in(line.substr(0, open))) return {};
  const std::size_t close = line.find('"', open + 1);
  return close == line.npos ? std::string_view{} : line.substr(open + 1, close - open - 1);
}

bool is_line_of(std::string_view line, std::string_view keyword) {
  return line.starts_with(keyword) &&
         (line.size() == keyword.size() || is_blank_in_ascii(line[keyword.size()]));
}

class CueReader {
 public:
  explicit CueReader(std::string_view text)
      : text_(text), is_web_(is_line_of(text.substr(0, text.find('\n')), "WEBVTT")) {}

  CaptionFile read() {
    State state = is_web_ ? State::header : State::outside;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      at = end + 1;
      ++line_;
      state = take(line, state);
      previous_ = line;
    }
    close();
    return std::move(file_);
  }

 private:
  enum class State { header, outside, comment, cue };

  State take(std::string_view line, State state) {
    if (is_end_of_block(line)) {
      close();
      return State::outside;
    }
    if (take_times(line)) return State::cue;
    if (state == State::header) {
      constexpr std::string_view key = "Language:";
      if (line.starts_with(key)) file_.language = text::trim(line.substr(key.size()));
      return state;
    }
    if (state == State::comment) return state;
    if (state == State::outside && begins_comment(line)) return State::comment;
    extend(line);
    return State::cue;
  }

  /// In WebVTT a line of spaces is a line of the caption.
  [[nodiscard]] bool is_end_of_block(std::string_view line) const {
    return line.empty() || (!is_web_ && text::trim(line).empty());
  }

  [[nodiscard]] bool begins_comment(std::string_view line) const {
    return is_web_ && (is_line_of(line, "NOTE") || text::trim(line) == "STYLE" ||
                       text::trim(line) == "REGION");
  }

  bool take_times(std::string_view line) {
    const std::size_t at = line.find(arrow);
    Times times;
    if (at != line.npos) {
      const std::string_view begin = text::trim(line.substr(0, at));
      if (!begin.empty() && !is_digit(begin.front()) && begin.front() != '-') return false;
      times = times_around(line, at);
      if (!times.started || !times.ended) file_.unreadable.add(line_);
    } else {
      const std::size_t lines = open_lines_;
      const bool may_be = lines == 0 || (lines == 1 && number_in(previous_) && !is_timed_);
      const auto bare = may_be ? bare_times(line) : std::nullopt;
      if (!bare) return false;
      file_.arrowless.add(line_);
      times = *bare;
    }
    open(times);
    return true;
  }

  void open(Times times) {
    const std::string_view speaker = take_identifier();
    close();
    if (times.started && times.ended && *times.ended < *times.started) {
      file_.ended_early.add(line_);
      times.ended.reset();
    }
    if (times.started && latest_ && *times.started < *latest_) {
      file_.backwards.add(line_);
      latest_ = times.started;
      times = {};
    }
    if (times.started) latest_ = times.started;
    open_ = Cue{line_, times.started, times.ended, speaker, {}};
    is_timed_ = true;
    ++file_.timed_cues;
  }

  /// Takes the line above the times off what is open, if it is a number or an identifier. Returns
  /// whom it names.
  std::string_view take_identifier() {
    if (open_lines_ == 0) return {};
    const bool is_alone = open_lines_ == 1 && !is_timed_;
    const auto number = number_in(previous_);
    const bool goes_on = number && number_ && *number == *number_ + 1;
    if (!(is_alone && (is_web_ || number)) && !goes_on) return {};
    if (number) number_ = number;
    const std::size_t begin = static_cast<std::size_t>(previous_.data() - open_.payload.data());
    open_.payload = open_.payload.substr(0, begin);
    return name_in_identifier(previous_);
  }

  void extend(std::string_view line) {
    if (open_lines_++ == 0) {
      if (!is_timed_) open_.line = line_;
      open_.payload = line;
      return;
    }
    const char* const begin = open_.payload.data();
    open_.payload = {begin, static_cast<std::size_t>(line.data() + line.size() - begin)};
  }

  void close() {
    if (!open_.payload.empty()) file_.cues.push_back(open_);
    open_ = {};
    open_lines_ = 0;
    is_timed_ = false;
  }

  std::string_view text_;
  bool is_web_;
  CaptionFile file_;
  std::size_t line_ = 0;
  std::string_view previous_;   ///< line
  Cue open_;                    ///< the caption, or the block without times, that is being read
  std::size_t open_lines_ = 0;  ///< of its payload
  bool is_timed_ = false;       ///< it has a line of times
  std::optional<std::uint64_t> number_;  ///< that was met last
  std::optional<std::chrono::milliseconds> latest_;
};

}  // namespace

void Occurrences::add(std::size_t line) {
  if (count++ == 0) first_line = line;
}

CaptionFile read_cues(std::string_view text) { return CueReader(text).read(); }

}  // namespace themata::ingest::detail
