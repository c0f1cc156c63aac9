#include "themata/ingest/detail/oddities.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "themata/ingest/detail/aside_scan.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::ingest::detail {
namespace {

constexpr std::size_t most_of_a_kind = 100;

std::string quoted(std::string_view label) { return "\"" + std::string{label} + "\""; }

/// Line numbers of places that are asked for in order.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  std::size_t line_of(text::ByteOffset at) {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(at.value);
    line_ += static_cast<std::size_t>(std::count(begin, end, '\n'));
    counted_ = at.value;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
};

class Report {
 public:
  Report(const LabelChoice& choice, Transcript& transcript)
      : choice_(choice), transcript_(transcript) {}

  void add(std::size_t line, std::string message) {
    transcript_.diagnostics.push_back({line, std::move(message)});
  }

  /// A title and `key: value` lines above the first turn are as they should be; other text there
  /// may have been meant as speech.
  void add_head() {
    if (choice_.census.lines.empty()) return add_head_of_text();
    const std::size_t first = choice_.census.lines.front().line;
    const std::string_view head =
        std::string_view{transcript_.text}.substr(0, transcript_.turns.front().label.begin.value);
    if (!holds_sentence(head)) return;
    add(1, "the text above the first turn, which begins in line " + std::to_string(first) +
               ", is nobody's speech");
  }

  void add_look_alikes() {
    std::vector<const LookAlike*> listed;
    for (const LookAlike& one : choice_.look_alikes) {
      if (one.lines > 0) listed.push_back(&one);
    }
    const auto by_line = [](const LookAlike* a, const LookAlike* b) {
      return a->first_line < b->first_line;
    };
    std::stable_sort(listed.begin(), listed.end(), by_line);
    for (std::size_t i = 0; i < std::min(listed.size(), most_of_a_kind); ++i) {
      add_look_alike(*listed[i]);
    }
    add_rest(listed.size(), "look like labels but were read as speech");
  }

  /// `Ben:yes` among turns of Ben. Labels of Markdown that end so are labels and not looked at.
  void add_tight_colons() {
    if (choice_.census.convention != Convention::colon_labels) return;
    std::unordered_set<std::string_view> labels;
    for (const LabelLine& line : choice_.census.lines) {
      labels.insert(text::slice(transcript_.text, line.name));
    }
    const std::string_view text = transcript_.text;
    auto next_label = choice_.census.lines.begin();
    std::size_t found = 0;
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      begin = end + 1;
      if (next_label != choice_.census.lines.end() && next_label->line == number) {
        ++next_label;
      } else if (const auto label = tight_label(line); labels.contains(label)) {
        if (++found <= most_of_a_kind) {
          add(number, quoted(label) +
                          " stands before a colon without a space and was read as "
                          "speech; write \"" +
                          std::string{label} + ": \" if it is a label");
        }
      }
    }
    add_rest(found, "labels lack the space after the colon");
  }

  void add_unclosed(const std::vector<text::ByteOffset>& unclosed) {
    LineCounter lines(transcript_.text);
    for (std::size_t i = 0; i < std::min(unclosed.size(), most_of_a_kind); ++i) {
      const std::size_t line = lines.line_of(unclosed[i]);
      add(line, unclosed_bracket_message(transcript_.text, unclosed[i]));
    }
    add_rest(unclosed.size(), "brackets are not closed in their paragraphs");
  }

  /// Paragraphs that are in no turn and in no row of a table of turns. What is above the first turn
  /// counts only if it holds a sentence, as in `add_head`.
  void add_outside(const std::vector<text::TextRange>& turn_rows) {
    const std::string_view text = transcript_.text;
    const std::size_t first_turn = begin_of(transcript_.turns.front()).value;
    auto turn = transcript_.turns.begin();
    auto row = turn_rows.begin();
    std::size_t count = 0;
    text::TextRange first;
    std::size_t begin = holds_sentence(text.substr(0, first_turn)) ? 0 : first_turn;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      const text::TextRange paragraph = text::byte_range(begin, end);
      begin = end + 2;
      while (turn != transcript_.turns.end() && turn->range.end <= paragraph.begin) ++turn;
      while (row != turn_rows.end() && row->end <= paragraph.begin) ++row;
      if (turn != transcript_.turns.end() && begin_of(*turn) < paragraph.end) continue;
      if (row != turn_rows.end() && row->begin < paragraph.end) continue;
      if (!has_word(paragraph.begin.value, paragraph.end.value)) continue;
      if (count++ == 0) first = trimmed(text, paragraph);
    }
    if (count > 0) tell_outside(count, first);
  }

  /// What stands behind what is said in the rows of tables: codes, notes.
  void add_beside(const std::vector<text::TextRange>& turn_rows) {
    const std::vector<model::Turn>& turns = transcript_.turns;
    auto row = turn_rows.begin();
    std::size_t count = 0;
    text::TextRange first;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const text::ByteOffset end = turns[i].range.end;
      while (row != turn_rows.end() && row->end <= begin_of(turns[i])) ++row;
      if (row == turn_rows.end()) break;
      const text::ByteOffset next =
          i + 1 < turns.size() ? std::min(row->end, begin_of(turns[i + 1])) : row->end;
      if (row->begin > end || next <= end || !has_word(end.value, next.value)) continue;
      if (count++ == 0) first = trimmed(transcript_.text, {end, next});
    }
    if (count == 0) return;
    constexpr std::size_t longest = 60;
    LineCounter lines(transcript_.text);
    const std::string_view beside = text::slice(transcript_.text, first);
    add(lines.line_of(first.begin),
        text::plural(count, "row") + " of the table " + (count == 1 ? "has" : "have") +
            " something beside what is said (codes or notes, perhaps), which is nobody's speech: " +
            quoted(shortened(beside.substr(0, beside.find('\n')), longest)));
  }

  /// `BEN` and `Ben` are one speaker; `P 1` and `P1` are two, but perhaps should not be.
  void add_spellings() {
    std::unordered_set<std::string_view> seen;
    std::unordered_map<std::string, std::string_view> by_letters;
    std::size_t odd = 0;
    for (const LabelLine& line : choice_.census.lines) {
      const std::string_view spelling = text::slice(transcript_.text, line.name);
      if (!seen.insert(spelling).second) continue;
      const std::string_view speaker = choice_.census.label_of(line).spelling;
      const auto like = by_letters.try_emplace(letters_of(spelling), speaker).first->second;
      if (spelling == speaker && like == speaker) continue;
      if (++odd > most_of_a_kind) continue;
      if (like != speaker) {
        add(line.line, quoted(speaker) + " and " + quoted(like) +
                           " are read as two speakers; they differ only in spaces and signs");
      } else {
        add(line.line, quoted(spelling) + " is read as the speaker " + quoted(speaker));
      }
    }
    add_rest(odd, "labels are written in more than one way");
  }

  void add_silent_speakers() {
    const std::vector<bool> speaks = find_who_speaks();
    std::vector<bool> is_known(transcript_.speakers.size());
    std::size_t silent = 0;
    for (std::size_t i = 0; i < transcript_.turns.size(); ++i) {
      const auto speaker = transcript_.turns[i].speaker;
      if (!speaker || speaks[*speaker] || is_known[*speaker]) continue;
      is_known[*speaker] = true;
      if (++silent > most_of_a_kind) continue;
      add(choice_.census.lines[i].line,
          "the speaker " + quoted(transcript_.speakers[*speaker].label) + " never says a word");
    }
    add_rest(silent, "speakers never say a word");
  }

  /// Once for each label of nobody in particular, where it stands first.
  void add_others() {
    std::unordered_set<std::uint32_t> told;
    std::size_t found = 0;
    for (const LabelLine& line : choice_.census.lines) {
      const DistinctLabel& label = choice_.census.label_of(line);
      if (!label.is_other || label.is_researcher || !told.insert(line.id).second) continue;
      if (++found > most_of_a_kind) continue;
      add(line.line, quoted(label.spelling) +
                         " is taken for nobody in particular and counted as no participant");
    }
    add_rest(found, "labels are taken for nobody in particular");
  }

  void add_cast() {
    const std::vector<SpeakerLabel>& speakers = transcript_.speakers;
    if (speakers.empty()) return;
    const std::size_t line = choice_.census.lines.empty() ? 0 : choice_.census.lines.front().line;
    const auto none_is = [&](model::SpeakerRole role) {
      return std::none_of(speakers.begin(), speakers.end(),
                          [role](const SpeakerLabel& speaker) { return speaker.role == role; });
    };
    if (none_is(model::SpeakerRole::participant)) {
      const bool only_researchers = none_is(model::SpeakerRole::other);
      add(line, (only_researchers ? "only researchers speak in this file: "
                                  : "no participant speaks in this file, only ") +
                    quoted(speakers.front().label) + (speakers.size() > 1 ? " and others" : ""));
    } else if (speakers.size() == 1) {
      add(line, quoted(speakers.front().label) + " is the only speaker in this file");
    }
  }

  void sort() {
    std::stable_sort(transcript_.diagnostics.begin(), transcript_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  }

 private:
  /// Where no turn's label says where the head ends, that is told.
  void add_head_of_text() {
    if (choice_.text_begin.value == 0) return;
    LineCounter lines(transcript_.text);
    const std::size_t line = lines.line_of(transcript_.turns.front().range.begin);
    add(1, "the head above line " + std::to_string(line) +
               ", where the text begins, is nobody's speech");
  }

  static text::ByteOffset begin_of(const model::Turn& turn) {
    return std::min(turn.label.begin, turn.range.begin);
  }

  void tell_outside(std::size_t count, text::TextRange first) {
    constexpr std::size_t longest = 60;
    const std::string_view paragraph = text::slice(transcript_.text, first);
    LineCounter lines(transcript_.text);
    add(lines.line_of(first.begin),
        text::plural(count, "paragraph") + " outside of the turns " +
            (count == 1 ? "is nobody's speech: " : "are nobody's speech; the first: ") +
            quoted(shortened(paragraph.substr(0, paragraph.find('\n')), longest)) +
            "; if somebody says it, put it where the turns are and import the file again");
  }

  /// True if a line that is no detail ends as a sentence does.
  static bool holds_sentence(std::string_view head) {
    for (std::size_t begin = 0; begin < head.size();) {
      const std::size_t end = std::min(head.find('\n', begin), head.size());
      const std::string_view line = text::trim(head.substr(begin, end - begin));
      const bool ends_sentence = line.ends_with('.') || line.ends_with('?') || line.ends_with('!');
      if (ends_sentence && !colon_label(head, text::byte_range(begin, end))) return true;
      begin = end + 1;
    }
    return false;
  }

  void add_rest(std::size_t count, const std::string& what) {
    if (count > most_of_a_kind) add(0, std::to_string(count - most_of_a_kind) + " more " + what);
  }

  void add_look_alike(const LookAlike& one) {
    std::string label{one.spelling};
    if (one.convention == Convention::colon_labels) label += ':';
    const std::string lines = one.lines == 1 ? "" : " on " + std::to_string(one.lines) + " lines";
    add(one.first_line, quoted(label) + " looks like a label but was read as speech" + lines +
                            "; use \"source turns\" if it is one");
  }

  /// What stands before a line's first colon, if a letter or the like follows that.
  static std::string_view tight_label(std::string_view line) {
    constexpr std::size_t longest = 120;
    const std::size_t colon = line.substr(0, longest).find(':');
    if (colon == line.npos || colon + 1 >= line.size() || line[colon + 1] == ' ') return {};
    return line.substr(0, colon);
  }

  static std::string letters_of(std::string_view label) {
    std::string letters = text::name_key(label);
    std::erase_if(letters, [](char c) { return text::is_ascii(c) && !is_ascii_alphanumeric(c); });
    return letters;
  }

  /// By speaker: whether there is a word in a turn outside of the asides. Looks no further than the
  /// first.
  [[nodiscard]] std::vector<bool> find_who_speaks() const {
    std::vector<bool> speaks(transcript_.speakers.size());
    auto aside = transcript_.asides.begin();
    for (const model::Turn& turn : transcript_.turns) {
      while (aside != transcript_.asides.end() && aside->range.end <= turn.range.begin) ++aside;
      if (turn.speaker && !speaks[*turn.speaker]) speaks[*turn.speaker] = has_speech(turn, aside);
    }
    return speaks;
  }

  [[nodiscard]] bool has_speech(const model::Turn& turn,
                                std::vector<model::Aside>::const_iterator aside) const {
    std::size_t at = turn.range.begin.value;
    for (; aside != transcript_.asides.end() && aside->range.begin < turn.range.end; ++aside) {
      if (aside->kind == model::AsideKind::speech) continue;
      if (has_word(at, aside->range.begin.value)) return true;
      at = aside->range.end.value;
    }
    return has_word(at, turn.range.end.value);
  }

  [[nodiscard]] bool has_word(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      if (is_alphanumeric_at(transcript_.text, at)) return true;
      text::next_code_point(transcript_.text, at);
    }
    return false;
  }

  const LabelChoice& choice_;
  Transcript& transcript_;
};

}  // namespace

void report_oddities(const LabelChoice& choice, const std::vector<text::ByteOffset>& unclosed,
                     Transcript& transcript) {
  Report report(choice, transcript);
  report.add_head();
  report.add_look_alikes();
  report.add_tight_colons();
  report.add_unclosed(unclosed);
  report.add_spellings();
  report.add_silent_speakers();
  report.add_others();
  report.add_cast();
  report.sort();
}

void report_document_oddities(const std::vector<text::ByteOffset>& unclosed,
                              const std::vector<text::TextRange>& turn_rows,
                              Transcript& transcript) {
  const LabelChoice no_labels;
  Report report(no_labels, transcript);
  report.add_outside(turn_rows);
  report.add_beside(turn_rows);
  report.add_unclosed(unclosed);
  report.add_cast();
  report.sort();
}

}  // namespace themata::ingest::detail
