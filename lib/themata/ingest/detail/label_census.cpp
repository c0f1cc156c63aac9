#include "themata/ingest/detail/label_census.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_word.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {
namespace {

/// `**Ben: **text` and `**Ben:**text`: what some converters write, and Markdown does not read as
/// emphasis.
std::optional<LabelCandidate> marked_colon_label(std::string_view text, text::TextRange line) {
  const std::string_view content = text::slice(text, line);
  if (content.empty() || (content.front() != '*' && content.front() != '_')) return {};
  const std::size_t size = content.find_first_not_of(content.front());
  if (size == content.npos || white_space_at(content, size) != 0) return {};
  const std::string_view marks = content.substr(0, size);
  std::size_t end = content.find(marks, size);
  if (end == content.npos) return {};
  const std::size_t after = end + size;
  while (end > size && content[end - 1] == ' ') --end;
  auto found =
      colon_label(text.substr(0, line.begin.value + end), {line.begin + size, line.begin + end});
  if (!found || found->label.end != line.begin + end) return {};
  found->label = {line.begin, line.begin + after};
  return found;
}

/// `Ben:"Oh"`, which was `**Ben:**"Oh"`.
std::optional<LabelCandidate> emphasised_colon_label(const LabelText& text, text::TextRange line) {
  const std::vector<std::size_t>& colons = *text.emphasised_colons;
  const auto colon = std::upper_bound(colons.begin(), colons.end(), line.begin.value);
  if (colon == colons.end() || *colon > line.end.value) return {};
  return colon_label(text.text.substr(0, *colon), {line.begin, text::ByteOffset{*colon}});
}

/// The line behind the mark that makes it an item of a Markdown list: `- `, `1. `. The whole line
/// if it is none.
text::TextRange behind_list_mark(std::string_view text, text::TextRange line) {
  constexpr std::size_t most_digits = 9;
  const std::string_view content = text::slice(text, trimmed(text, line));
  std::size_t mark = 0;
  while (mark < content.size() && mark < most_digits && is_digit(content[mark])) ++mark;
  const std::string_view ends = mark == 0 ? "-*+" : ".)";
  if (mark + 1 >= content.size() || ends.find(content[mark]) == ends.npos) return line;
  if (content[mark + 1] != ' ' && content[mark + 1] != '\t') return line;
  const auto begin = static_cast<std::size_t>(content.data() - text.data());
  return {trimmed(text, {text::ByteOffset{begin + mark + 1}, line.end}).begin, line.end};
}

std::optional<LabelCandidate> any_colon_label(const LabelText& text, text::TextRange line) {
  auto found = colon_label(text.text, line);
  if (found || text.emphasised_colons == nullptr) return found;
  found = emphasised_colon_label(text, line);
  return found ? found : marked_colon_label(text.text, line);
}

/// A colon behind the name is no part of it, whatever the expression takes in.
std::optional<LabelCandidate> own_label(const LabelText& text, text::TextRange line) {
  const auto found = text.own_labels->match(text::slice(text.text, line));
  if (!found) return {};
  const auto at = [&](text::TextRange range) {
    return text::TextRange{line.begin + range.begin.value, line.begin + range.end.value};
  };
  std::string_view name = text::trim(text::slice(text.text, at(found->group)));
  while (name.ends_with(':')) name = text::trim(name.substr(0, name.size() - 1));
  if (name.empty()) return {};
  const auto begin = static_cast<std::size_t>(name.data() - text.text.data());
  return LabelCandidate{Convention::own, text::byte_range(begin, begin + name.size()),
                        at(found->whole)};
}

std::optional<LabelCandidate> candidate_at(const LabelText& text, text::TextRange line,
                                           Convention convention) {
  switch (convention) {
    case Convention::colon_labels:
      return any_colon_label(text, line);
    case Convention::tab_labels:
      return tab_label(text.text, line);
    case Convention::line_labels:
      return line_label(text.text, line);
    case Convention::own:
      return own_label(text, line);
    default:  // what no line begins with
      break;
  }
  return {};
}

/// Gives each spelling of a label its number; spellings with the same key have the same.
class LabelNumbers {
 public:
  explicit LabelNumbers(std::vector<DistinctLabel>& labels) : labels_(labels) {}

  std::size_t number(std::string_view spelling) {
    const auto [known, is_new] = by_spelling_.try_emplace(spelling, labels_.size());
    if (is_new) known->second = number_of_key(spelling);
    return known->second;
  }

 private:
  std::size_t number_of_key(std::string_view spelling) {
    const auto [known, is_new] = by_key_.try_emplace(text::name_key(spelling), labels_.size());
    if (is_new) {
      DistinctLabel label;
      label.key = known->first;
      label.spelling = spelling;
      label.word = label_word(spelling);
      label.is_researcher = is_researcher_label(spelling);
      label.is_generic = is_generic_label(spelling);
      label.is_other = is_other_label(spelling);
      labels_.push_back(std::move(label));
    }
    return known->second;
  }

  std::vector<DistinctLabel>& labels_;
  std::unordered_map<std::string_view, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

bool is_blank(std::string_view text, text::TextRange line) {
  return text::trim(text::slice(text, line)).empty();
}

/// `Unknown speaker` is no name: one capital is enough.
bool counts_as_capitalised(const DistinctLabel& label, std::string_view name) {
  return is_capitalised(name) || (label.is_other && !is_lower_case(name));
}

class CensusTaker {
 public:
  CensusTaker(const LabelText& source, Convention convention)
      : source_(source), text_(source.text), numbers_(census_.labels) {
    census_.convention = convention;
  }

  LabelCensus take() {
    const std::size_t text_end = text::trim(text_).empty() ? 0 : last_character_end();
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text_end;) {
      const text::TextRange line = line_from(begin);
      ++number;
      if (!needs_context() || after_blank_ || time_above_) look_at(line, number, text_end);
      if (needs_context()) pass(line);
      begin = line.end.value + 1;
    }
    drop_lists();
    return std::move(census_);
  }

 private:
  /// In Markdown whole dialogues are written as lists; but a list within a turn is no dialogue.
  void drop_lists() {
    const auto is_listed = [](const LabelLine& line) { return line.is_listed; };
    const auto listed = std::count_if(census_.lines.begin(), census_.lines.end(), is_listed);
    const auto others = static_cast<std::ptrdiff_t>(census_.lines.size()) - listed;
    if (listed < others) std::erase_if(census_.lines, is_listed);
  }

  [[nodiscard]] bool may_be_listed() const {
    return census_.convention == Convention::colon_labels && source_.emphasised_colons != nullptr;
  }

  [[nodiscard]] bool needs_context() const { return census_.convention == Convention::line_labels; }

  [[nodiscard]] std::size_t last_character_end() const {
    const std::string_view inner = text::trim(text_);
    return static_cast<std::size_t>(inner.data() - text_.data()) + inner.size();
  }

  [[nodiscard]] text::TextRange line_from(std::size_t begin) const {
    const std::size_t end = text_.find('\n', begin);
    return text::byte_range(begin, end == text_.npos ? text_.size() : end);
  }

  /// Keeps what the next line's context is: a blank line, or a line that is a time alone and
  /// belongs to the name below it.
  void pass(text::TextRange line) {
    const text::TextRange content = trimmed(text_, line);
    const bool is_time =
        !content.empty() && is_digit(text_[content.begin.value]) &&
        timestamp_end(text_.substr(0, content.end.value), content.begin.value) == content.end.value;
    if (is_time && after_blank_) {
      time_above_ = content.begin;
    } else if (!content.empty()) {
      time_above_.reset();
    }
    after_blank_ = content.empty();
  }

  void look_at(text::TextRange line, std::uint32_t number, std::size_t text_end) {
    const text::TextRange content = may_be_listed() ? behind_list_mark(text_, line) : line;
    const auto found = candidate_at(source_, content, census_.convention);
    if (!found) return;
    LabelLine entry{number, 0, found->name, found->label, line.end, false, true, false, false};
    if (content != line) {
      entry.is_listed = true;
      entry.label.begin = trimmed(text_, line).begin;
    }
    entry.is_timed = holds_time(text::slice(text_, {found->name.end, found->label.end}));
    entry.is_strong = is_strong(*found);
    if (needs_context()) {
      if (line.end.value >= text_end) return;
      entry.has_text_below = !is_blank(text_, line_from(line.end.value + 1));
    }
    entry.id = static_cast<std::uint32_t>(numbers_.number(text::slice(text_, found->name)));
    if (needs_context()) take_time_before(entry);
    census_.lines.push_back(entry);
  }

  /// In Markdown the colon tells, which is where emphasis can be seen in the plain text.
  [[nodiscard]] bool is_strong(const LabelCandidate& label) const {
    if (source_.emphasised_colons != nullptr) {
      return std::binary_search(source_.emphasised_colons->begin(),
                                source_.emphasised_colons->end(), label.label.end.value);
    }
    if (source_.strong == nullptr) return false;
    const auto strong =
        std::partition_point(source_.strong->begin(), source_.strong->end(),
                             [&](text::TextRange range) { return range.end < label.name.end; });
    return strong != source_.strong->end() && strong->begin <= label.name.begin;
  }

  /// `0:03 Speaker 1`, or the time in the line above. Captions have times before speech as well, so
  /// that only what is a label by itself is the surer for one.
  void take_time_before(LabelLine& entry) const {
    if (time_above_) entry.label.begin = *time_above_;
    const DistinctLabel& label = census_.labels[entry.id];
    const bool has_time = holds_time(text::slice(text_, {entry.label.begin, entry.name.begin}));
    entry.is_timed |= has_time && (label.is_generic || label.is_researcher);
  }

  LabelText source_;
  std::string_view text_;
  LabelCensus census_;
  LabelNumbers numbers_;
  bool after_blank_ = true;
  std::optional<text::ByteOffset> time_above_;
};

}  // namespace

LabelCensus take_census(const LabelText& text, Convention convention) {
  return CensusTaker(text, convention).take();
}

void count_lines(std::string_view text, LabelCensus& census) {
  for (DistinctLabel& label : census.labels) {
    label.lines = label.capitalised_lines = label.timed_lines = 0;
    label.firm_lines = label.listed_lines = label.strong_lines = 0;
  }
  for (const LabelLine& line : census.lines) {
    DistinctLabel& label = census.labels[line.id];
    ++label.lines;
    if (counts_as_capitalised(label, text::slice(text, line.name))) ++label.capitalised_lines;
    if (line.is_timed) ++label.timed_lines;
    if (line.is_listed) ++label.listed_lines;
    if (line.is_strong) ++label.strong_lines;
    if (line.is_timed || line.has_text_below) ++label.firm_lines;
  }
}

}  // namespace themata::ingest::detail
