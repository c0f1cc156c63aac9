#include "themata/ingest/speaker_label.hpp"

#include <algorithm>
#include <cstddef>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"

namespace themata::ingest {
namespace {

using detail::is_alphanumeric_at;
using detail::is_digit;
using detail::white_space_at;

// A label that is longer, or has more gaps between words, is none. Keeps the look at a line short.
constexpr std::size_t longest_label = 240;
constexpr std::size_t most_words = 4;
constexpr std::size_t most_gaps = 10;

bool opens_group(char c) { return c == '(' || c == '['; }

/// The end of the parenthesis or bracket at `at`, if it closes before `end`.
std::optional<std::size_t> group_end(std::string_view text, std::size_t at, std::size_t end) {
  const char open = text[at];
  const char close = open == '(' ? ')' : ']';
  std::size_t depth = 0;
  for (; at < end; ++at) {
    if (text[at] == open) ++depth;
    if (text[at] == close && --depth == 0) return at + 1;
  }
  return {};
}

/// Spaces of every kind, but no tab.
std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && text[at] != '\t') {
    const std::size_t size = white_space_at(text, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::size_t skip_white_space(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t size = white_space_at(text, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

/// Where the words of a line begin: after a time that the line may begin with, and a dash after it.
std::size_t skip_leading_time(std::string_view text, std::size_t at, std::size_t end) {
  const auto time = detail::timestamp_end(text.substr(0, end), at);
  if (!time) return at;
  std::size_t begin = skip_white_space(text, *time, end);
  if (begin == *time) return at;
  if (text.substr(begin, 2) == "- ") begin = skip_white_space(text, begin + 1, end);
  return begin;
}

/// What stands before a label's colon, tab or line end: its words, then perhaps times and groups.
class LabelHead {
 public:
  /// Nothing if [begin, end) of `text` is not such a head.
  static std::optional<text::TextRange> name(std::string_view text, std::size_t begin,
                                             std::size_t end) {
    LabelHead head(text, begin, end);
    return head.read() ? std::optional{text::byte_range(begin, head.name_end_)} : std::nullopt;
  }

 private:
  LabelHead(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text), at_(begin), end_(end) {}

  bool read() {
    if (at_ >= end_ || !is_alphanumeric_at(text_, at_)) return false;
    for (; at_ < end_; at_ = skip_spaces(text_, at_, end_)) {
      if (text_[at_] == '\t' || !(read_group() || read_time() || read_word())) return false;
    }
    return words_ >= 1 && words_ <= most_words && has_letter_;
  }

  bool read_group() {
    if (!opens_group(text_[at_])) return false;
    const auto end = group_end(text_, at_, end_);
    if (!end) return false;
    name_is_over_ = true;
    at_ = *end;
    return true;
  }

  bool read_time() {
    const auto end = detail::timestamp_end(text_.substr(0, end_), at_);
    if (!end || words_ == 0) return false;
    name_is_over_ = true;
    at_ = skip_half_day(*end);
    return true;
  }

  /// `AM` or `p.m.` after a time.
  std::size_t skip_half_day(std::size_t at) const {
    const std::size_t word = skip_spaces(text_, at, end_);
    for (const std::string_view half : {"AM", "PM", "am", "pm", "a.m.", "p.m."}) {
      const std::string_view rest = text_.substr(word, end_ - word);
      if (rest == half) return word + half.size();
    }
    return at;
  }

  /// Up to white space or a group. One without a letter or number (`&`) is no word.
  bool read_word() {
    if (name_is_over_ || opens_group(text_[at_])) return false;
    bool is_word = false;
    while (at_ < end_ && !opens_group(text_[at_]) && white_space_at(text_, at_) == 0) {
      if (text_[at_] == ':') return false;
      if (!(is_word && has_letter_) && is_alphanumeric_at(text_, at_)) {
        is_word = true;
        has_letter_ = has_letter_ || !is_digit(text_[at_]);
      }
      text::next_code_point(text_, at_);
    }
    if (is_word) {
      ++words_;
      name_end_ = at_;
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::size_t name_end_ = 0;
  std::size_t words_ = 0;
  bool has_letter_ = false;
  bool name_is_over_ = false;
};

struct Colon {
  std::size_t begin;
  std::size_t end;
};

/// The colon at `at`, if it is one that ends a label: followed by white space or the line's end, or
/// a full-width one.
std::optional<Colon> colon_at(std::string_view text, std::size_t at) {
  constexpr std::string_view full_width = "\uFF1A";
  if (text[at] == ':') {
    const bool ends = at + 1 == text.size() || white_space_at(text, at + 1) != 0;
    return ends ? std::optional{Colon{at, at + 1}} : std::nullopt;
  }
  if (text[at] == full_width[0] && text.substr(at).starts_with(full_width))
    return Colon{at, at + full_width.size()};
  return {};
}

/// A quick look, before the exact one.
bool may_begin_label(char c) { return detail::is_ascii_alphanumeric(c) || !text::is_ascii(c); }

/// The first colon of [at, end) that ends a label, groups passed over. `text` ends with the line.
std::optional<Colon> find_colon(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t gaps = 0;
  while (at < end) {
    if (const auto colon = colon_at(text, at)) return colon;
    if (opens_group(text[at])) {
      const auto group = group_end(text, at, end);
      if (!group) return {};
      at = *group;
    } else if (text[at] == ' ') {
      if (++gaps > most_gaps) return {};
      at = skip_spaces(text, at, end);
    } else {
      ++at;
    }
  }
  return {};
}

/// Where a line ends for a reader of labels: at its end or `longest_label` bytes on.
std::size_t horizon(std::string_view text, std::size_t begin, std::size_t line_end) {
  std::size_t end = std::min(line_end, begin + longest_label);
  while (end > begin && end < text.size() && text::is_continuation(text[end])) --end;
  return end;
}

/// `Ben` of `Ben, 0:22`
text::TextRange without_comma(std::string_view text, text::TextRange name) {
  return text[name.end.value - 1] == ',' ? text::TextRange{name.begin, name.end - 1} : name;
}

/// The end of the cells behind a tab label that hold a time alone: `Ben<TAB>00:01<TAB>text`.
std::size_t skip_time_cells(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view until_end = text.substr(0, end);
  for (;;) {
    const std::size_t cell = skip_white_space(until_end, at, end);
    if (until_end.substr(at, cell - at).find('\t') == text.npos) return at;
    const auto time = detail::timestamp_end(until_end, cell);
    if (!time) return at;
    const std::size_t next = skip_spaces(until_end, *time, end);
    if (next < end && text[next] != '\t') return at;
    at = *time;
  }
}

std::optional<LabelCandidate> candidate(std::string_view text, Convention convention,
                                        std::size_t begin, std::size_t words, std::size_t head_end,
                                        std::size_t end) {
  const auto name = LabelHead::name(text, words, head_end);
  if (!name) return {};
  return LabelCandidate{convention, without_comma(text, *name), text::byte_range(begin, end)};
}

}  // namespace

std::optional<LabelCandidate> colon_label(std::string_view text, text::TextRange line) {
  const std::size_t begin = skip_white_space(text, line.begin.value, line.end.value);
  const std::size_t words = skip_leading_time(text, begin, line.end.value);
  if (words >= line.end.value || !may_begin_label(text[words])) return {};
  const std::string_view until_end = text.substr(0, line.end.value);
  const auto colon = find_colon(until_end, words, horizon(text, words, line.end.value));
  if (!colon) return {};
  return candidate(text, Convention::colon_labels, begin, words, colon->begin, colon->end);
}

std::optional<LabelCandidate> tab_label(std::string_view text, text::TextRange line) {
  const std::size_t begin = skip_spaces(text, line.begin.value, line.end.value);
  std::size_t words = skip_leading_time(text, begin, line.end.value);
  if (words > begin) words = skip_leading_time(text, words, line.end.value);  // its end
  const std::size_t end = horizon(text, words, line.end.value);
  const std::size_t tab = text.substr(0, end).find('\t', words);
  if (tab == text.npos) return {};
  const std::size_t head_end = words + text::trim(text.substr(words, tab - words)).size();
  auto found = candidate(text, Convention::tab_labels, begin, words, head_end, head_end);
  if (found) found->label.end.value = skip_time_cells(text, found->label.end.value, line.end.value);
  return found;
}

std::optional<LabelCandidate> line_label(std::string_view text, text::TextRange line) {
  const text::TextRange words = detail::trimmed(text, line);
  if (words.empty() || words.size() > longest_label) return {};
  constexpr std::string_view no_end_of_label = ".?!,;:";
  if (no_end_of_label.find(text[words.end.value - 1]) != no_end_of_label.npos) return {};
  const std::size_t begin = words.begin.value;
  const std::size_t name = skip_leading_time(text, begin, words.end.value);
  return candidate(text, Convention::line_labels, begin, name, words.end.value, words.end.value);
}

std::string_view name_in_label(std::string_view typed) {
  typed = text::trim(typed);
  const text::TextRange all = text::byte_range(0, typed.size());
  if (const auto colon = colon_label(typed, all)) return text::slice(typed, colon->name);
  if (typed.starts_with('[') && typed.ends_with("]:")) {
    return name_in_label(typed.substr(1, typed.size() - 3));
  }
  for (std::size_t begin = 0; begin < typed.size();) {
    const std::size_t end = std::min(typed.find('\t', begin), typed.size());
    if (const auto cell = line_label(typed, text::byte_range(begin, end))) {
      return text::slice(typed, cell->name);
    }
    begin = end + 1;
  }
  return typed;
}

}  // namespace themata::ingest
