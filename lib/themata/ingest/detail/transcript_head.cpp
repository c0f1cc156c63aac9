#include "themata/ingest/detail/transcript_head.hpp"

#include <algorithm>
#include <string>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/label_word.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {
namespace {

std::size_t count_gaps(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// `Joanne, 45` or `Sarah Smith (SM)`: what stands after `Participant:` in a head.
bool is_name(std::string_view value) {
  constexpr std::size_t most_gaps = 7;
  if (value.empty() || count_gaps(value) > most_gaps || begins_with_answer(value)) return false;
  if (std::string_view{".?!"}.find(value.back()) != std::string_view::npos) return false;
  return is_capitalised(value.substr(0, value.find_first_of(",(/;")));
}

/// Nothing, or a line of `---` or `===`.
bool is_rule_or_blank(std::string_view line) {
  const std::string_view marks = text::trim(line);
  return marks.find_first_not_of("-=*_~") == marks.npos;
}

class HeadReader {
 public:
  HeadReader(std::string_view text, const LabelCensus& census) : text_(text), census_(census) {}

  std::size_t count() const {
    std::size_t head = 0;
    bool has_detail = false;
    for (std::size_t i = 0; i < limit(); ++i) {
      if (i > 0 && is_prose_between(i - 1, i)) break;
      if (is_detail(i)) {
        head = i + 1;
        has_detail = true;
      } else if (!is_person(i)) {
        break;
      } else if (is_named_below(i) || is_role_below(i)) {
        head = i + 1;
      }
    }
    return has_detail ? with_rest_of_block(head) : head;
  }

 private:
  [[nodiscard]] std::size_t limit() const {
    constexpr std::size_t longest_head = 50;
    return std::min(longest_head, census_.lines.size());
  }

  [[nodiscard]] const DistinctLabel& label(std::size_t i) const {
    return census_.label_of(census_.lines[i]);
  }

  [[nodiscard]] std::string_view value(std::size_t i) const {
    const LabelLine& line = census_.lines[i];
    return text::trim(text::slice(text_, {line.label.end, line.end}));
  }

  [[nodiscard]] bool is_detail(std::size_t i) const { return is_detail_key(label(i).key); }

  /// A role written out, and a name.
  [[nodiscard]] bool is_person(std::size_t i) const {
    const DistinctLabel& role = label(i);
    return (role.is_researcher || role.is_generic) && is_whole_word(role.word) &&
           is_name(value(i)) && !goes_on_below(i);
  }

  /// The next line is the same speech: neither blank, nor a rule, nor another `key: value`.
  [[nodiscard]] bool goes_on_below(std::size_t i) const {
    return !is_followed_by_blank(i) && !is_followed_by_line(i);
  }

  [[nodiscard]] bool is_followed_by_line(std::size_t i) const {
    return i + 1 < census_.lines.size() && census_.lines[i + 1].line == census_.lines[i].line + 1;
  }

  [[nodiscard]] bool is_followed_by_blank(std::size_t i) const {
    const std::size_t begin = census_.lines[i].end.value + 1;
    if (begin >= text_.size()) return true;
    return is_rule_or_blank(text_.substr(begin, text_.find('\n', begin) - begin));
  }

  [[nodiscard]] bool is_prose_between(std::size_t i, std::size_t next) const {
    constexpr std::size_t most_gaps = 12;
    const auto begin = census_.lines[i].end.value;
    const auto end = census_.lines[next].label.begin.value;
    return count_gaps(text_.substr(begin, end - begin)) > most_gaps;
  }

  /// `Participant: Joanne`, and further down `Joanne: ...`
  [[nodiscard]] bool is_named_below(std::size_t i) const {
    const std::string_view name = value(i);
    const std::string whole = text::name_key(name.substr(0, name.find_first_of(",(/;")));
    const std::string first = text::name_key(name.substr(0, name.find_first_of(" ,(/;")));
    return std::any_of(below(i), census_.lines.end(), [&](const LabelLine& line) {
      const std::string& key = census_.label_of(line).key;
      return key == whole || key == first;
    });
  }

  /// `Participant: Joanne`, and further down `P: ...` but no `Participant: ...`
  [[nodiscard]] bool is_role_below(std::size_t i) const {
    const DistinctLabel& role = label(i);
    bool has_other = false;
    for (auto line = below(i); line != census_.lines.end(); ++line) {
      const DistinctLabel& other = census_.label_of(*line);
      if (other.word == role.word) return false;
      has_other = has_other || (role.is_researcher ? other.is_researcher : other.is_generic);
    }
    return has_other;
  }

  [[nodiscard]] std::vector<LabelLine>::const_iterator below(std::size_t i) const {
    return census_.lines.begin() + static_cast<std::ptrdiff_t>(i) + 1;
  }

  /// Takes in the lines that follow without a gap, if the whole block names persons.
  [[nodiscard]] std::size_t with_rest_of_block(std::size_t head) const {
    std::size_t end = head;
    while (end < limit() && is_followed_by_line(end - 1) && is_person(end)) ++end;
    const bool is_whole_block = !is_followed_by_line(end - 1) && is_followed_by_blank(end - 1);
    return is_whole_block ? end : head;
  }

  std::string_view text_;
  const LabelCensus& census_;
};

std::string_view without_list_mark(std::string_view line) {
  const std::string_view content = text::trim(line);
  const bool is_marked = content.starts_with("- ") || content.starts_with("* ");
  return is_marked ? text::trim(content.substr(2)) : content;
}

}  // namespace

std::size_t count_head_lines(std::string_view text, const LabelCensus& census) {
  return HeadReader(text, census).count();
}

std::vector<model::SourceDetail> read_details(std::string_view head) {
  std::vector<model::SourceDetail> details;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = without_list_mark(head.substr(0, end));
    head.remove_prefix(std::min(end + 1, head.size()));
    const auto key = colon_label(line, text::byte_range(0, line.size()));
    if (!key) continue;
    const std::string_view value = text::trim(line.substr(key->label.end.value));
    if (value.empty()) continue;
    details.push_back({std::string{text::slice(line, key->name)}, std::string{value}});
  }
  return details;
}

}  // namespace themata::ingest::detail
