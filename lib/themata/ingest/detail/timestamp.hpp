#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace themata::ingest::detail {

/// Each of these looks at the byte `at` of `text` and gives the end of what begins there, or
/// nothing if it is not there.

/// A time, or two with an arrow or a dash between them: `0:22`, `00:12:31`, `01:24:36.24`,
/// `00:43.810 --> 00:47.850`, `0:1:3.80`. A time is a whole word: `10:30am` and `1:2` are none.
std::optional<std::size_t> time_end(std::string_view text, std::size_t at);

/// `#00:12:31-5#`
std::optional<std::size_t> hash_time_end(std::string_view text, std::size_t at);

/// Any of the two, or a time alone in brackets: `[01:39]`, `(00:12)`.
std::optional<std::size_t> timestamp_end(std::string_view text, std::size_t at);

/// A time, or two with an arrow or a dash between them, as `time_end` finds them.
struct Times {
  std::optional<std::chrono::milliseconds> started;
  std::optional<std::chrono::milliseconds> ended;
};

/// What a text that is nothing but a timestamp says (`timestamp_end` is its end); else nothing. Of
/// two fields the last is seconds (`12:31`), of three too (`1:12:31`); a fourth is frames, which
/// are left out. A comma or a full stop begins a fraction of a second.
Times times_in(std::string_view timestamp);

/// The first timestamp within `text`, wherever it begins.
Times first_times_in(std::string_view text);

/// True if there is a time anywhere in `text`.
bool holds_time(std::string_view text);

}  // namespace themata::ingest::detail
