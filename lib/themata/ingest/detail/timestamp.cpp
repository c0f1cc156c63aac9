#include "themata/ingest/detail/timestamp.hpp"

#include <array>
#include <cstdint>

#include "themata/ingest/detail/characters.hpp"

namespace themata::ingest::detail {
namespace {

char at_or_nul(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::size_t skip_digits(std::string_view text, std::size_t at, std::size_t at_most) {
  const std::size_t end = at + at_most;
  while (at < end && is_digit(at_or_nul(text, at))) ++at;
  return at;
}

/// `:59`, a field after the first.
bool is_sixtieth(std::string_view text, std::size_t at) {
  return at_or_nul(text, at) == ':' && at_or_nul(text, at + 1) >= '0' &&
         at_or_nul(text, at + 1) <= '5' && is_digit(at_or_nul(text, at + 2));
}

/// No letter or digit goes on, and no further `:7`.
bool is_end_of_time(std::string_view text, std::size_t at) {
  const char next = at_or_nul(text, at);
  if (next == ':') return !is_digit(at_or_nul(text, at + 1));
  return !is_ascii_alphanumeric(next);
}

/// `0:1:3.80`, as Teams writes it: no zeros before digits, but always a fraction.
std::optional<std::size_t> unpadded_time_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (const char mark : {':', ':', '.'}) {
    const std::size_t digits = skip_digits(text, end, 2);
    if (digits == end || at_or_nul(text, digits) != mark) return {};
    end = digits + 1;
  }
  const std::size_t fraction = skip_digits(text, end, 7);
  return fraction > end && is_end_of_time(text, fraction) ? std::optional{fraction} : std::nullopt;
}

std::optional<std::size_t> single_time_end(std::string_view text, std::size_t at) {
  constexpr std::size_t most_fields = 4;  // hours, minutes, seconds, frames
  constexpr std::size_t longest_first_field = 3;
  constexpr std::size_t longest_fraction = 6;
  std::size_t end = skip_digits(text, at, longest_first_field);
  if (end == at) return {};
  if (const auto unpadded = unpadded_time_end(text, at)) return unpadded;
  std::size_t fields = 1;
  while (fields < most_fields && is_sixtieth(text, end)) {
    end += 3;
    ++fields;
  }
  if (fields == 1) return {};
  const char point = at_or_nul(text, end);
  if ((point == '.' || point == ',') && is_digit(at_or_nul(text, end + 1))) {
    end = skip_digits(text, end + 1, longest_fraction);
  }
  return is_end_of_time(text, end) ? std::optional{end} : std::nullopt;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at_or_nul(text, at) == ' ' || at_or_nul(text, at) == '\t') ++at;
  return at;
}

/// The end of `-->`, `-` or an en dash.
std::optional<std::size_t> until_mark_end(std::string_view text, std::size_t at) {
  using namespace std::string_view_literals;
  for (const std::string_view mark : {"-->"sv, "-"sv, "–"sv}) {
    if (text.substr(at).starts_with(mark)) return at + mark.size();
  }
  return {};
}

/// Of a time as `single_time_end` finds it.
std::chrono::milliseconds value_of(std::string_view time) {
  std::array<std::int64_t, 4> fields{};
  std::size_t count = 0;
  std::int64_t thousandths = 0;
  std::int64_t digit_worth = 0;  // of the fraction's next digit; 0 before it begins
  for (const char c : time) {
    if (c == ':') {
      ++count;
    } else if (c == '.' || c == ',') {
      digit_worth = 100;
    } else if (digit_worth > 0) {
      thousandths += digit_worth * (c - '0');
      digit_worth /= 10;
      if (digit_worth == 0) break;
    } else {
      fields.at(count) = 10 * fields.at(count) + (c - '0');
    }
  }
  const std::int64_t seconds =
      count >= 2 ? 3600 * fields[0] + 60 * fields[1] + fields[2] : 60 * fields[0] + fields[1];
  return std::chrono::milliseconds{1000 * seconds + thousandths};
}

}  // namespace

Times times_in(std::string_view timestamp) {
  Times times;
  if (timestamp_end(timestamp, 0) != timestamp.size()) return times;
  for (std::size_t at = 0; at < timestamp.size() && !times.ended;) {
    const auto end = is_digit(timestamp[at]) ? single_time_end(timestamp, at) : std::nullopt;
    if (!end) {
      ++at;
      continue;
    }
    (times.started ? times.ended : times.started) = value_of(timestamp.substr(at, *end - at));
    at = *end;
  }
  return times;
}

Times first_times_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) && text[at] != '[' && text[at] != '(' && text[at] != '#') continue;
    if (at > 0 && is_ascii_alphanumeric(text[at - 1])) continue;
    if (const auto end = timestamp_end(text, at)) return times_in(text.substr(at, *end - at));
  }
  return {};
}

std::optional<std::size_t> time_end(std::string_view text, std::size_t at) {
  const auto first = single_time_end(text, at);
  if (!first) return {};
  const auto mark = until_mark_end(text, skip_blanks(text, *first));
  if (!mark) return first;
  const auto second = single_time_end(text, skip_blanks(text, *mark));
  return second ? second : first;
}

std::optional<std::size_t> hash_time_end(std::string_view text, std::size_t at) {
  if (at_or_nul(text, at) != '#') return {};
  auto end = single_time_end(text, at + 1);
  if (!end) return {};
  if (at_or_nul(text, *end) == '-') end = skip_digits(text, *end + 1, 3);
  return at_or_nul(text, *end) == '#' ? std::optional{*end + 1} : std::nullopt;
}

std::optional<std::size_t> timestamp_end(std::string_view text, std::size_t at) {
  const char first = at_or_nul(text, at);
  if (first == '#') return hash_time_end(text, at);
  if (first != '[' && first != '(') return time_end(text, at);
  const auto time = time_end(text, skip_blanks(text, at + 1));
  if (!time) return {};
  const std::size_t end = skip_blanks(text, *time);
  return at_or_nul(text, end) == (first == '[' ? ']' : ')') ? std::optional{end + 1} : std::nullopt;
}

bool holds_time(std::string_view text) {
  for (std::size_t at = text.find(':'); at != text.npos; at = text.find(':', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 3 && is_digit(text[begin - 1])) --begin;
    const bool is_whole =
        begin == 0 || !(is_ascii_alphanumeric(text[begin - 1]) || text[begin - 1] == ':');
    if (begin < at && is_whole && single_time_end(text, begin)) return true;
  }
  return false;
}

}  // namespace themata::ingest::detail
