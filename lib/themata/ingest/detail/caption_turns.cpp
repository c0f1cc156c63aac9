#include "themata/ingest/detail/caption_turns.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::ingest::detail {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// ---- What a line begins with -------------------------------------------------------------------

/// The end of `- ` or `>>`, which captions begin with where another person speaks.
std::size_t change_mark_end(std::string_view text, text::TextRange line) {
  using namespace std::string_view_literals;
  const std::string_view words = text::slice(text, line);
  std::size_t end = 0;
  for (const std::string_view mark : {">>"sv, "- "sv, "\u2013 "sv, "\u2014 "sv}) {
    if (words.starts_with(mark)) end = mark.size();
  }
  while (end > 0 && end < words.size() && words[end] == '>') ++end;
  return line.begin.value + end;
}

struct LineLabel {
  std::string_view name;
  text::TextRange range;
};

/// `[SPEAKER_00]:`
std::optional<LineLabel> bracketed_label(std::string_view text, text::TextRange line) {
  constexpr std::size_t longest = 100;
  const std::string_view words = text::slice(text, line).substr(0, longest);
  const std::size_t close = words.find("]:");
  if (!words.starts_with('[') || close == words.npos) return {};
  const std::string_view name = speaker_name_in(words.substr(1, close - 1));
  if (name.empty()) return {};
  return LineLabel{name, {line.begin, line.begin + close + 2}};
}

std::optional<LineLabel> label_of(std::string_view text, text::TextRange line) {
  line = trimmed(text, {text::ByteOffset{change_mark_end(text, line)}, line.end});
  if (auto bracketed = bracketed_label(text, line)) return bracketed;
  const auto colon = colon_label(text, line);
  if (!colon) return {};
  return LineLabel{text::slice(text, colon->name), colon->label};
}

// ---- Who is named ------------------------------------------------------------------------------

struct Name {
  std::string key;
  std::size_t lines = 0;
  bool is_capitalised = false;
  bool says_role = false;
  bool is_accepted = false;
};

/// The labels of a file, as numbers. Those of voices are accepted at once.
class Names {
 public:
  std::size_t number(std::string_view spelling) {
    const auto [known, is_new] = by_spelling_.try_emplace(spelling, names_.size());
    if (is_new) {
      Name name;
      name.key = text::name_key(spelling);
      name.is_capitalised = is_capitalised(spelling);
      name.says_role =
          is_researcher_label(spelling) || is_generic_label(spelling) || is_other_label(spelling);
      known->second = by_key_.try_emplace(name.key, names_.size()).first->second;
      if (known->second == names_.size()) names_.push_back(std::move(name));
      Name& same = names_[known->second];
      same.is_capitalised |= is_capitalised(spelling);
    }
    return known->second;
  }

  Name& operator[](std::size_t number) { return names_[number]; }

  /// Of `all` captions `labelled` begin with what may be a label.
  void accept(std::size_t labelled, std::size_t all) {
    const bool most_have_one = 2 * labelled >= all;
    std::size_t accepted = 0;
    for (Name& name : names_) {
      if (name.is_accepted || is_detail_key(name.key) || is_date(name.key)) continue;
      const bool recurs = name.is_capitalised && name.lines >= (most_have_one ? 1U : 2U);
      name.is_accepted = name.says_role || recurs;
      accepted += name.is_accepted ? 1 : 0;
    }
    if (most_have_one || accepted >= 2) return;
    for (Name& name : names_) name.is_accepted &= name.says_role;  // "The question: ..."
  }

 private:
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

// ---- Turns -------------------------------------------------------------------------------------

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> closing = {"\"",     "'",      ")",      "]",
                                                       "\u201D", "\u2019", "\u00BB", "\u300D"};
  constexpr std::array<std::string_view, 8> ends = {".",      "?",      "!",      "\u2026",
                                                    "\u3002", "\uFF1F", "\uFF01", "\u061F"};
  const auto ends_with = [&](std::string_view mark) { return text.ends_with(mark); };
  for (auto mark = closing.begin(); mark != closing.end();) {
    mark = std::find_if(closing.begin(), closing.end(), ends_with);
    if (mark != closing.end()) text.remove_suffix(mark->size());
  }
  return std::any_of(ends.begin(), ends.end(), ends_with);
}

class TurnMaker {
 public:
  TurnMaker(const std::vector<Cue>& cues, const CaptionText& captions, Document& document)
      : cues_(cues), captions_(captions), document_(document) {}

  void run() {
    find_names();
    for (std::size_t i = 0; i < captions_.lines.size(); ++i) add(i);
    close();
    if (!document_.text.empty()) document_.text += '\n';
    report_nobodys();
  }

 private:
  static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

  void find_names() {
    std::size_t labelled = 0;
    std::size_t all = 0;
    std::optional<std::uint32_t> last_labelled;
    for (std::size_t voice = 1; voice < captions_.voices.size(); ++voice) {
      voices_.push_back(names_.number(captions_.voices[voice]));
      names_[voices_.back()].is_accepted = true;
    }
    std::optional<std::uint32_t> last;
    for (const CaptionLine& line : captions_.lines) {
      all += last == line.cue ? 0 : 1;
      last = line.cue;
      if (line.voice != 0) continue;
      const auto label = label_of(captions_.text, line.range);
      if (!label) continue;
      ++names_[names_.number(label->name)].lines;
      labelled += last_labelled == line.cue ? 0 : 1;
      last_labelled = line.cue;
    }
    names_.accept(labelled, all);
    has_names_ = !voices_.empty() || any_label_accepted();
  }

  [[nodiscard]] bool any_label_accepted() {
    return std::any_of(captions_.lines.begin(), captions_.lines.end(),
                       [&](const CaptionLine& line) { return accepted_label(line).has_value(); });
  }

  std::optional<LineLabel> accepted_label(const CaptionLine& line) {
    if (line.voice != 0) return {};
    auto label = label_of(captions_.text, line.range);
    if (label && !names_[names_.number(label->name)].is_accepted) label.reset();
    return label;
  }

  void add(std::size_t index) {
    const CaptionLine& line = captions_.lines[index];
    const Cue& cue = cues_[line.cue];
    const bool begins_cue = index == 0 || captions_.lines[index - 1].cue != line.cue;
    const auto label = accepted_label(line);
    std::size_t speaker = speaker_;
    if (line.voice != 0) {
      speaker = voices_[line.voice - 1];
    } else if (label) {
      speaker = names_.number(label->name);
    } else if (has_names_) {
      speaker = unnamed_speaker(line, begins_cue);
    }
    if (!is_open_ || speaker != speaker_ || (begins_cue && is_after_pause(cue)) || parts(line)) {
      open(speaker, label, line);
    }
    add_words(line, label);
    if (cue.started && !turn_.started) turn_.started = cue.started;
    if (cue.ended || cue.started) latest_ = cue.ended ? cue.ended : cue.started;
    turn_.ended = cue.ended ? cue.ended : turn_.ended;
  }

  /// Who speaks where others are named: the one before, unless the line says that it is another, or
  /// other captions have voices and this one has none.
  std::size_t unnamed_speaker(const CaptionLine& line, bool begins_cue) {
    const bool says_change = begins_with_mark(line);
    if (!says_change && (voices_.empty() || !begins_cue)) return speaker_;
    if (!spellings_.empty()) (says_change ? changes_ : voiceless_).add(cues_[line.cue].line);
    return nobody;
  }

  [[nodiscard]] bool is_after_pause(const Cue& cue) const {
    if (!cue.started || !latest_) return false;
    const milliseconds silence = *cue.started - *latest_;
    if (has_names_) return silence > seconds{30};
    if (silence >= seconds{2}) return true;
    if (!turn_.started) return false;
    const milliseconds length = *latest_ - *turn_.started;
    return length >= seconds{120} || (length >= seconds{60} && ends_sentence(document_.text));
  }

  [[nodiscard]] bool begins_with_mark(const CaptionLine& line) const {
    return change_mark_end(captions_.text, line.range) > line.range.begin.value;
  }

  /// A dash or `>>` before a line of nobody's.
  [[nodiscard]] bool parts(const CaptionLine& line) {
    return begins_with_mark(line) && line.voice == 0 && !accepted_label(line);
  }

  /// What a line says. Where nobody is named a dash stays, for it may belong to what is said.
  [[nodiscard]] text::TextRange words_of(const CaptionLine& line,
                                         const std::optional<LineLabel>& label) const {
    const std::string_view text = captions_.text;
    if (label) return trimmed(text, {label->range.end, line.range.end});
    const bool is_arrow = text::slice(text, line.range).starts_with(">>");
    if (!is_arrow && (!has_names_ || line.voice != 0)) return line.range;
    return trimmed(text, {text::ByteOffset{change_mark_end(text, line.range)}, line.range.end});
  }

  void open(std::size_t speaker, const std::optional<LineLabel>& label, const CaptionLine& line) {
    close();
    is_open_ = true;
    speaker_ = speaker;
    std::string& text = document_.text;
    if (!text.empty()) text += "\n\n";
    turn_.label.begin = text::ByteOffset{text.size()};
    if (label) {
      spellings_.try_emplace(speaker, label->name);
      text += text::slice(captions_.text, label->range);
    } else if (line.voice != 0) {
      spellings_.try_emplace(speaker, captions_.voices[line.voice]);
      text += captions_.voices[line.voice] + ':';
    } else if (speaker != nobody) {
      text += std::string{spellings_.at(speaker)} + ':';
    }
    if (speaker != nobody) turn_.speaker = spellings_.at(speaker);
    turn_.label.end = text::ByteOffset{text.size()};
    turn_.range = {turn_.label.end, turn_.label.end};
    if (speaker == nobody && has_names_ && spellings_.empty()) ++nobodys_;
  }

  void add_words(const CaptionLine& line, const std::optional<LineLabel>& label) {
    const text::TextRange range = words_of(line, label);
    if (range.empty()) return;
    std::string& text = document_.text;
    const bool is_first = turn_.range.empty();
    if (!is_first || !turn_.label.empty()) text += ' ';
    if (is_first) turn_.range.begin = text::ByteOffset{text.size()};
    text += text::slice(captions_.text, range);
    turn_.range.end = text::ByteOffset{text.size()};
  }

  void close() {
    if (!is_open_) return;
    is_open_ = false;
    if (turn_.started && turn_.ended && *turn_.ended < *turn_.started) turn_.ended.reset();
    document_.turns.push_back(std::exchange(turn_, {}));
  }

  void report_nobodys() {
    if (nobodys_ > 0) {
      document_.notices.push_back(
          {0,
           "nobody is named in the captions before the first name, so their words are in no "
           "count"});
    }
    report_unnamed(changes_, "line", "the caption in ",
                   "a dash or >> says that another person speaks, but not who; the words are "
                   "nobody's, and in no count");
    report_unnamed(voiceless_, "caption", "",
                   "no voice is told, though others have one; the words are nobody's, and in no "
                   "count");
  }

  void report_unnamed(const Occurrences& found, const std::string& noun, const std::string& where,
                      const std::string& what) {
    if (found.count == 0) return;
    const std::string place = (found.count == 1 ? "in " : "the first in ") + where + "line ";
    document_.notices.push_back({0, text::plural(found.count, noun) + " (" + place +
                                        std::to_string(found.first_line) +
                                        " of the file): " + what});
  }

  const std::vector<Cue>& cues_;
  const CaptionText& captions_;
  Document& document_;
  Names names_;
  std::vector<std::size_t> voices_;  ///< numbers of their names
  std::unordered_map<std::size_t, std::string_view> spellings_;
  bool has_names_ = false;
  bool is_open_ = false;
  DocumentTurn turn_;
  std::size_t speaker_ = nobody;
  std::optional<milliseconds> latest_;  ///< the end of the caption before
  std::size_t nobodys_ = 0;             ///< turns before the first name
  Occurrences changes_;    ///< of lines that begin with a mark of change, without a name
  Occurrences voiceless_;  ///< of captions without a voice
};

}  // namespace

void take_caption_turns(const std::vector<Cue>& cues, const CaptionText& captions,
                        Document& document) {
  document.convention = Convention::captions;
  TurnMaker(cues, captions, document).run();
}

}  // namespace themata::ingest::detail
