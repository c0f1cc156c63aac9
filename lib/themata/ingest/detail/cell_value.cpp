#include "themata/ingest/detail/cell_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::int64_t seconds_of_a_day = 86'400;
constexpr double last_day = 2'958'465;  // 31 December 9999

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// `h:mm:ss` with at least two digits of hours.
std::string shown_time(std::int64_t seconds) {
  return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':' +
         two_digits(seconds % 60);
}

std::string shown_day(std::int64_t day, bool from_1904) {
  using std::chrono::days;
  using std::chrono::sys_days;
  constexpr std::int64_t no_such_day = 60;  // Excel takes 1900 for a leap year
  if (!from_1904 && day == no_such_day) return "1900-02-29";
  sys_days first = std::chrono::year{1904} / 1 / 1;
  if (!from_1904) {
    first = day < no_such_day ? sys_days{std::chrono::year{1899} / 12 / 31}
                              : sys_days{std::chrono::year{1899} / 12 / 30};
  }
  const std::chrono::year_month_day date{first + days{day}};
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string shown_date(double value, bool from_1904) {
  const auto seconds =
      static_cast<std::int64_t>(std::llround(value * static_cast<double>(seconds_of_a_day)));
  std::string text = shown_day(seconds / seconds_of_a_day, from_1904);
  if (const std::int64_t rest = seconds % seconds_of_a_day; rest != 0) {
    text += 'T' + shown_time(rest);
  }
  return text;
}

std::string shortest(double value) {
  constexpr double largest_whole = 1e15;
  std::array<char, 40> text{};
  const bool is_whole = std::abs(value) < largest_whole && value == std::trunc(value);
  const auto result = is_whole ? std::to_chars(text.data(), text.data() + text.size(),
                                               static_cast<std::int64_t>(value))
                               : std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), result.ptr};
}

/// True for what brackets hold where hours, minutes or seconds go on counting: `h`, `mm`.
bool is_elapsed(std::string_view inside) {
  if (inside.empty() || inside.find_first_not_of(inside.front()) != inside.npos) return false;
  return std::string_view("hms").find(to_ascii_lower(inside.front())) != std::string_view::npos;
}

/// The letters of a format code that stand for parts of a date or a time, in small letters; `e` for
/// a time that goes on beyond a day (`[h]`). Of its first section.
std::string date_letters(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = to_ascii_lower(code[at]);
    if (c == ';') break;
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      if (is_elapsed(code.substr(at + 1, end - at - 1))) letters += 'e';
      at = end;
    } else if (std::string_view("ymdhs").find(c) != std::string_view::npos) {
      letters += c;
    }
  }
  return letters;
}

constexpr int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The code point of `_x000D_` at `at`, if that is there; no half of a pair.
std::optional<char32_t> escaped_at(std::string_view text, std::size_t at) {
  constexpr std::size_t size = 7;
  if (text.size() - at < size || text[at + 1] != 'x' || text[at + size - 1] != '_') return {};
  std::uint32_t value = 0;
  for (std::size_t i = 2; i + 1 < size; ++i) {
    const int digit = hexadecimal(text[at + i]);
    if (digit < 0) return {};
    value = 16 * value + static_cast<std::uint32_t>(digit);
  }
  if (value >= 0xD800 && value < 0xE000) return {};
  return static_cast<char32_t>(value);
}

}  // namespace

NumberFormat built_in_format(int id) {
  const auto within = [id](int first, int last) { return id >= first && id <= last; };
  if (within(18, 21) || within(45, 47)) return NumberFormat::time;
  const bool is_date = within(14, 17) || id == 22 || within(27, 36) || within(50, 58);
  return is_date ? NumberFormat::date : NumberFormat::number;
}

NumberFormat format_of_code(std::string_view code) {
  const std::string letters = date_letters(code);
  if (letters.empty()) return NumberFormat::number;
  if (letters.find_first_of("yd") != letters.npos) return NumberFormat::date;
  return letters.find_first_of("hse") != letters.npos ? NumberFormat::time : NumberFormat::date;
}

std::string shown_number(std::string_view stored, NumberFormat format, bool from_1904) {
  double value = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  const bool is_number = error == std::errc() && end == stored.data() + stored.size();
  if (!is_number || !std::isfinite(value)) return plain_cell_text(stored);
  const bool is_time = value >= 0 && value < last_day + 1;
  if (format == NumberFormat::date && is_time) return shown_date(value, from_1904);
  if (format == NumberFormat::time && is_time) {
    return shown_time(std::llround(value * static_cast<double>(seconds_of_a_day)));
  }
  return shortest(value);
}

std::string plain_cell_text(std::string_view stored) {
  const bool is_sound = text::is_valid_utf8(stored);
  std::string text;
  text.reserve(stored.size());
  const auto add = [&](char32_t c) {
    if (c == '\r') return;
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (!is_control || c == '\n' || c == '\t') text::append_code_point(c, text);
  };
  for (std::size_t at = 0; at < stored.size();) {
    const auto escaped = stored[at] == '_' ? escaped_at(stored, at) : std::nullopt;
    if (escaped) {
      const bool ends_line = *escaped == '\r' && !stored.substr(at + 7).starts_with('\n') &&
                             !stored.substr(at + 7).starts_with("_x000A_");
      add(ends_line ? U'\n' : *escaped);
      at += 7;
    } else {
      const bool ends_line = stored[at] == '\r' && !stored.substr(at + 1).starts_with('\n');
      const char32_t c = is_sound ? text::next_code_point(stored, at) : next_of_any(stored, at);
      add(ends_line ? U'\n' : c);
    }
  }
  return text;
}

std::optional<CellPlace> cell_place(std::string_view reference) {
  constexpr std::size_t rows = 1'048'576;
  constexpr std::size_t columns = 16'384;
  std::size_t at = 0;
  std::size_t column = 0;
  for (; at < reference.size() && is_ascii_letter(reference[at]) && column <= columns; ++at) {
    column = 26 * column + static_cast<std::size_t>(to_ascii_lower(reference[at]) - 'a') + 1;
  }
  std::size_t row = 0;
  const char* last = reference.data() + reference.size();
  const auto [end, error] = std::from_chars(reference.data() + at, last, row);
  const bool is_within = column > 0 && column <= columns && row > 0 && row <= rows;
  if (error != std::errc() || end != last || !is_within) return std::nullopt;
  return CellPlace{row - 1, column - 1};
}

}  // namespace themata::ingest::detail
