#include "themata/ingest/detail/transcript_head.hpp"

#include <algorithm>
#include <string>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/label_word.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {
namespace {

std::size_t count_gaps(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view{".?!"}.find(text.back()) != std::string_view::npos;
}

/// A few words that are no answer and no sentence: a name, a date, a number.
bool is_short_value(std::string_view value, std::size_t most_gaps) {
  return !value.empty() && count_gaps(value) <= most_gaps && !ends_sentence(value) &&
         !begins_with_answer(value);
}

/// `Joanne, 45` or `Sarah Smith (SM)`: what stands after `Participant:` in a head.
bool is_name(std::string_view value) {
  constexpr std::size_t most_gaps = 7;
  return is_short_value(value, most_gaps) &&
         is_capitalised(value.substr(0, value.find_first_of(",(/;")));
}

/// Nothing, or a line of `---` or `===`.
bool is_rule_or_blank(std::string_view line) {
  const std::string_view marks = text::trim(line);
  return marks.find_first_not_of("-=*_~") == marks.npos;
}

/// The line that begins at `at`, which moves past its end.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return line;
}

template <class Predicate>
bool all_lines(std::string_view text, Predicate predicate) {
  for (std::size_t at = 0; at < text.size();) {
    if (!predicate(take_line(text, at))) return false;
  }
  return true;
}

/// Lines that stand above the details of a head: titles, rules, blank ones.
bool is_title(std::string_view line) {
  constexpr std::size_t most_gaps = 12;
  const std::string_view title = text::trim(line);
  return count_gaps(title) <= most_gaps && (title.starts_with('#') || !ends_sentence(title));
}

class HeadReader {
 public:
  HeadReader(std::string_view text, const LabelCensus& census) : text_(text), census_(census) {}

  [[nodiscard]] std::size_t count() const {
    std::size_t head = count_to_last_detail();
    for (;;) {
      const std::size_t end = block_end(head);
      if (end == head || !is_head_block(head, end)) return head;
      head = end;
    }
  }

  /// Where the text below begins, if no line of it has a label.
  [[nodiscard]] text::ByteOffset text_below(std::size_t head) const {
    if (head == 0 || !all_lines(text_.substr(0, line(0).label.begin.value), is_title)) return {};
    std::size_t last = 0;
    while (last + 1 < head && all_lines(between(last, last + 1), is_rule_or_blank)) ++last;
    while (last > 0 && !is_closed(last)) --last;
    if (!is_closed(last) || !all_short(last)) return {};
    return text::ByteOffset{skip_rules(line(last).end.value + 1)};
  }

 private:
  static constexpr std::size_t longest_head = 50;

  [[nodiscard]] std::size_t limit() const { return std::min(longest_head, census_.lines.size()); }

  [[nodiscard]] const LabelLine& line(std::size_t i) const { return census_.lines[i]; }

  [[nodiscard]] const DistinctLabel& label(std::size_t i) const {
    return census_.label_of(line(i));
  }

  [[nodiscard]] std::string_view value(const LabelLine& line) const {
    return text::trim(text::slice(text_, {line.label.end, line.end}));
  }

  [[nodiscard]] std::string_view value(std::size_t i) const { return value(line(i)); }

  // ---- What a line says

  [[nodiscard]] bool is_detail(std::size_t i) const { return is_detail_key(label(i).key); }

  [[nodiscard]] bool is_role(std::size_t i) const {
    return label(i).is_researcher || label(i).is_generic || label(i).is_other;
  }

  /// `Interviewer`; not `I`, which says so little that it takes a block of such lines.
  [[nodiscard]] bool is_spelled_out(std::size_t i) const {
    return label(i).is_other || is_whole_word(label(i).word);
  }

  /// A role, and a name. A turn has a time, or goes on in the next line, or stands among turns of
  /// that label that say no more than names either.
  [[nodiscard]] bool is_person(std::size_t i) const {
    return is_role(i) && (is_name(value(i)) || is_named_below(i)) && stands_alone(i) &&
           (is_spelled_out(i) || is_in_block(i)) && !says_names_below(i) && !addresses_somebody(i);
  }

  /// `Interviewer: Joanne, thank you for coming`, and below both of them speak: the one is not the
  /// other's name.
  [[nodiscard]] bool addresses_somebody(std::size_t i) const {
    return recurs_below(i) && is_named_below(i);
  }

  /// A key that is nobody's label further down, and a few words.
  [[nodiscard]] bool is_fact(std::size_t i) const {
    return !is_role(i) && is_few_words(i) && stands_alone(i) && !recurs_below(i);
  }

  /// `Joanne: Participant` beside `Interviewer: Sarah`, and further down `Joanne: ...`
  [[nodiscard]] bool is_legend(std::size_t i) const {
    return !is_role(i) && is_name(value(i)) && stands_alone(i);
  }

  /// What beside a detail is no turn either: `Participant: female, 45`.
  [[nodiscard]] bool is_beside_detail(std::size_t i) const {
    if (!is_detail_in_rest_of_block(i)) return false;
    return is_fact(i) || (is_role(i) && is_spelled_out(i) && is_few_words(i) && stands_alone(i)) ||
           is_person(i);
  }

  [[nodiscard]] bool is_few_words(std::size_t i) const {
    constexpr std::size_t most_gaps = 5;
    return is_short_value(value(i), most_gaps);
  }

  /// The next line is not the same speech: it is blank, or a rule, or another `key: value`.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    const bool is_timed = holds_time(text::slice(text_, line(i).label));
    return !is_timed && (is_followed_by_blank(i) || is_followed_by_line(i));
  }

  // ---- Where a line stands

  [[nodiscard]] bool is_followed_by_line(std::size_t i) const {
    return i + 1 < census_.lines.size() && line(i + 1).line == line(i).line + 1;
  }

  [[nodiscard]] bool is_followed_by_blank(std::size_t i) const {
    std::size_t at = line(i).end.value + 1;
    return at >= text_.size() || is_rule_or_blank(take_line(text_, at));
  }

  /// Followed by a blank line, and text below it.
  [[nodiscard]] bool is_closed(std::size_t i) const {
    return is_followed_by_blank(i) && skip_rules(line(i).end.value + 1) < text_.size();
  }

  [[nodiscard]] bool is_in_block(std::size_t i) const {
    return is_followed_by_line(i) || (i > 0 && is_followed_by_line(i - 1));
  }

  [[nodiscard]] bool is_detail_in_rest_of_block(std::size_t i) const {
    for (; i < limit(); ++i) {
      if (is_detail(i)) return true;
      if (!is_followed_by_line(i)) return false;
    }
    return false;
  }

  /// Behind the lines that follow each other from `i` on; `i` if there is none or too many.
  [[nodiscard]] std::size_t block_end(std::size_t i) const {
    for (std::size_t end = i; end < limit(); ++end) {
      if (!is_followed_by_line(end)) return end + 1;
    }
    return i;
  }

  [[nodiscard]] std::string_view between(std::size_t i, std::size_t next) const {
    const std::size_t begin = std::min(line(i).end.value + 1, line(next).label.begin.value);
    return text_.substr(begin, line(next).label.begin.value - begin);
  }

  [[nodiscard]] bool is_prose_between(std::size_t i, std::size_t next) const {
    constexpr std::size_t most_gaps = 12;
    return count_gaps(between(i, next)) > most_gaps;
  }

  /// Past the rules and blank lines from `at` on.
  [[nodiscard]] std::size_t skip_rules(std::size_t at) const {
    at = std::min(at, text_.size());
    for (std::size_t next = at; at < text_.size(); at = next) {
      if (!is_rule_or_blank(take_line(text_, next))) break;
    }
    return at;
  }

  // ---- What stands below a line

  using Line = std::vector<LabelLine>::const_iterator;

  [[nodiscard]] Line at(std::size_t i) const {
    return census_.lines.begin() + static_cast<std::ptrdiff_t>(i);
  }

  [[nodiscard]] Line below(std::size_t i) const { return at(i) + 1; }

  [[nodiscard]] Line below_block(std::size_t i) const {
    while (is_followed_by_line(i)) ++i;
    return below(i);
  }

  [[nodiscard]] bool recurs_below(std::size_t i) const {
    return std::any_of(below_block(i), census_.lines.end(),
                       [&](const LabelLine& other) { return other.id == line(i).id; });
  }

  /// Most of the next turns of that label are names as well: answers to a question for names.
  [[nodiscard]] bool says_names_below(std::size_t i) const {
    constexpr std::size_t enough = 20;
    std::size_t turns = 0;
    std::size_t names = 0;
    for (auto other = below_block(i); other != census_.lines.end() && turns < enough; ++other) {
      if (other->id != line(i).id) continue;
      ++turns;
      if (is_name(value(*other))) ++names;
    }
    return 2 * names > turns;
  }

  /// `Participant: Joanne`, and further down `Joanne: ...`
  [[nodiscard]] bool is_named_below(std::size_t i) const {
    const std::string_view name = value(i);
    const std::string whole = text::name_key(name.substr(0, name.find_first_of(",(/;")));
    const std::string first = text::name_key(name.substr(0, name.find_first_of(" ,(/;")));
    return std::any_of(below(i), census_.lines.end(), [&](const LabelLine& other) {
      const std::string& key = census_.label_of(other).key;
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

  [[nodiscard]] bool researcher_speaks_from(std::size_t i) const {
    return std::any_of(at(i), census_.lines.end(), [&](const LabelLine& other) {
      return census_.label_of(other).is_researcher;
    });
  }

  // ---- The head

  /// Nobody speaks before a line with a detail key.
  [[nodiscard]] std::size_t count_to_last_detail() const {
    std::size_t head = 0;
    for (std::size_t i = 0; i < limit(); ++i) {
      if (i > 0 && is_prose_between(i - 1, i)) break;
      if (is_detail(i)) {
        head = i + 1;
      } else if (is_person(i)) {
        if (is_spelled_out(i) && (is_named_below(i) || is_role_below(i))) head = i + 1;
      } else if (!is_beside_detail(i)) {
        break;
      }
    }
    return head;
  }

  /// A block closed by a blank line: the rest of one with details, or one that names a person; or
  /// several facts, where it is a researcher who speaks below.
  [[nodiscard]] bool is_head_block(std::size_t begin, std::size_t end) const {
    if (begin > 0 && is_prose_between(begin - 1, begin)) return false;
    if (!is_closed(end - 1) || repeats_key(begin, end)) return false;
    bool names_person = begin > 0 && is_followed_by_line(begin - 1);
    bool holds_facts = true;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_person(i)) {
        names_person = true;
      } else if (!is_detail(i) && !is_fact(i)) {
        holds_facts = false;
        if (!is_legend(i)) return false;
      }
    }
    return names_person || (holds_facts && end - begin > 1 && researcher_speaks_from(end));
  }

  /// True if a label of the block stands in the head already: then it speaks.
  [[nodiscard]] bool repeats_key(std::size_t begin, std::size_t end) const {
    return std::any_of(at(begin), at(end), [&](const LabelLine& one) {
      return std::any_of(at(0), at(begin),
                         [&](const LabelLine& other) { return other.id == one.id; });
    });
  }

  /// Details at a text's beginning, and not a paragraph of it that begins `Time: ...`.
  [[nodiscard]] bool all_short(std::size_t last) const {
    constexpr std::size_t most_gaps = 12;
    return std::all_of(at(0), at(last + 1),
                       [&](const LabelLine& one) { return count_gaps(value(one)) <= most_gaps; });
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

TranscriptHead find_head(std::string_view text, const LabelCensus& census) {
  const HeadReader reader(text, census);
  const std::size_t lines = reader.count();
  return {lines, reader.text_below(lines)};
}

std::vector<model::SourceDetail> read_details(std::string_view head) {
  std::vector<model::SourceDetail> details;
  for (std::size_t at = 0; at < head.size();) {
    const std::string_view line = without_list_mark(take_line(head, at));
    const auto key = colon_label(line, text::byte_range(0, line.size()));
    if (!key) continue;
    const std::string_view value = text::trim(line.substr(key->label.end.value));
    if (value.empty()) continue;
    details.push_back({std::string{text::slice(line, key->name)}, std::string{value}});
  }
  return details;
}

}  // namespace themata::ingest::detail
