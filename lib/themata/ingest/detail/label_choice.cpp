#include "themata/ingest/detail/label_choice.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

#include "themata/ingest/detail/alternation.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/transcript_head.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest::detail {
namespace {

bool recurs(const DistinctLabel& label) { return label.lines >= 2; }

bool may_be_speaker(const DistinctLabel& label) {
  return !is_detail_key(label.key) && !is_note_heading(label.key) && !is_date(label.spelling);
}

/// A line label with a blank line below it, and without a time, is weak: it may be an answer in a
/// dialogue without labels, or a title.
bool is_firm(const LabelCensus& census, const DistinctLabel& label) {
  return census.convention != Convention::line_labels || label.firm_lines > 0;
}

/// A line that says `Yes`, or `Week 2`, is no label, however often; with a time behind it it is.
bool is_mere_line(const LabelCensus& census, const DistinctLabel& label) {
  return census.convention == Convention::line_labels && label.timed_lines == 0 &&
         is_title_or_answer(label.key);
}

/// `- Food: rice` in a list of Markdown is a note, while `- P: rice` may be a turn.
bool is_mere_item(const DistinctLabel& label) {
  return label.listed_lines == label.lines && !label.is_generic && !label.is_researcher;
}

bool has_number(const DistinctLabel& label) {
  return std::any_of(label.key.begin(), label.key.end(), is_digit);
}

std::size_t count_accepted(const LabelCensus& census, bool only_recurring) {
  return static_cast<std::size_t>(
      std::count_if(census.labels.begin(), census.labels.end(), [&](const DistinctLabel& label) {
        return label.is_accepted && (!only_recurring || recurs(label));
      }));
}

/// What is accepted in one convention.
class Acceptance {
 public:
  Acceptance(std::string_view text, LabelCensus& census) : text_(text), census_(census) {}

  void accept_recurring() {
    const bool has_weak_dialogue = count_weak() >= 2;
    for (DistinctLabel& label : census_.labels) {
      if (!may_recur(label)) continue;
      label.is_accepted = is_firm(census_, label) || has_weak_dialogue;
    }
    accept_alternating();
  }

  /// Researchers' labels, and speakers whom the study knows. A generic label means somebody else
  /// in each file: it cannot be known.
  void accept_by_name(const std::vector<std::string>& known_speakers) {
    for (DistinctLabel& label : census_.labels) {
      const bool is_known =
          !label.is_generic &&
          std::binary_search(known_speakers.begin(), known_speakers.end(), label.key);
      if (label.lines == 0 || !is_firm(census_, label)) continue;
      if (label.is_researcher || (is_known && may_be_speaker(label))) label.is_accepted = true;
    }
  }

  /// For a file where no label recurs.
  void accept_capitalised() {
    const bool is_transcript = count_accepted(census_, false) > 0 || !begins_with_prose();
    for (DistinctLabel& label : census_.labels) {
      if (is_transcript && may_stand_once(label)) label.is_accepted = true;
    }
  }

  /// Labels below the first turn that stand there but once, and yet cannot be words of speech:
  /// somebody must answer where else only researchers would speak (`P` beside `I`, `Joanne`, but
  /// not `Anyway`); `P2` is a label where `P1` is; and so is, where labels have times or are all
  /// in bold, whatever else has one or is.
  void accept_evident() {
    const auto is_accepted = [&](const LabelLine& line) {
      return census_.label_of(line).is_accepted;
    };
    const auto first = std::find_if(census_.lines.begin(), census_.lines.end(), is_accepted);
    const Company company = find_company();
    for (auto line = first; line != census_.lines.end(); ++line) {
      DistinctLabel& label = census_.labels[line->id];
      if (!may_be_speaker(label) || !is_firm(census_, label)) continue;
      const bool answers = !company.has_participant && may_answer(label);
      const bool is_sibling =
          label.is_generic && has_number(label) && company.numbered.contains(label.word);
      const bool is_timed =
          company.has_times && label.timed_lines == label.lines && label.capitalised_lines > 0;
      const bool is_strong = company.is_strong && label.strong_lines == label.lines;
      if (answers || is_sibling || is_timed || is_strong) label.is_accepted = true;
    }
  }

 private:
  static bool may_answer(const DistinctLabel& label) {
    return label.is_generic || (label.capitalised_lines > 0 && !is_title_or_answer(label.key));
  }

  /// What the accepted labels have in common.
  struct Company {
    bool has_participant = false;
    bool has_times = false;
    bool is_strong = true;                ///< each in bold, wherever it stands
    std::set<std::string_view> numbered;  ///< the words of generic labels with numbers
  };

  [[nodiscard]] Company find_company() const {
    Company company;
    for (const DistinctLabel& label : census_.labels) {
      if (!label.is_accepted) continue;
      if (!label.is_researcher && !label.is_other) company.has_participant = true;
      if (label.timed_lines > 0) company.has_times = true;
      if (label.strong_lines < label.lines) company.is_strong = false;
      if (label.is_generic && has_number(label)) company.numbered.insert(label.word);
    }
    return company;
  }

  [[nodiscard]] bool may_recur(const DistinctLabel& label) const {
    return label.capitalised_lines >= 2 && may_be_speaker(label) && !is_mere_line(census_, label);
  }

  [[nodiscard]] std::size_t count_weak() const {
    return static_cast<std::size_t>(std::count_if(
        census_.labels.begin(), census_.labels.end(),
        [&](const DistinctLabel& label) { return may_recur(label) && !is_firm(census_, label); }));
  }

  void accept_alternating() {
    std::vector<bool> may_alternate(census_.labels.size());
    std::vector<bool> has_capitals(census_.labels.size());
    for (const LabelLine& line : census_.lines) {
      if (!is_lower_case(text::slice(text_, line.name))) has_capitals[line.id] = true;
    }
    for (std::size_t i = 0; i < census_.labels.size(); ++i) {
      const DistinctLabel& label = census_.labels[i];
      may_alternate[i] = recurs(label) && !has_capitals[i] && is_firm(census_, label) &&
                         may_be_speaker(label) && !is_mere_line(census_, label);
    }
    std::vector<std::size_t> sequence;
    for (const LabelLine& line : census_.lines) {
      if (may_alternate[line.id]) sequence.push_back(line.id);
    }
    const std::vector<bool> alternates = alternating(sequence, census_.labels.size());
    for (std::size_t i = 0; i < alternates.size(); ++i) {
      if (alternates[i]) census_.labels[i].is_accepted = true;
    }
  }

  [[nodiscard]] bool may_stand_once(const DistinctLabel& label) const {
    if (label.capitalised_lines == 0 || !may_be_speaker(label) || is_mere_item(label)) return false;
    return is_firm(census_, label) && !is_mere_line(census_, label);
  }

  /// True if the text is somebody's prose, to judge by what stands above the first label: a diary
  /// with one "Conclusion: ..." in it is no transcript.
  [[nodiscard]] bool begins_with_prose() const {
    const auto is_candidate = [&](const LabelLine& line) {
      return may_stand_once(census_.label_of(line));
    };
    const auto first = std::find_if(census_.lines.begin(), census_.lines.end(), is_candidate);
    if (first == census_.lines.end()) return false;
    const std::string_view above = text::trim(text_.substr(0, first->label.begin.value));
    const bool is_alone = std::all_of(first, census_.lines.end(), [&](const LabelLine& line) {
      return line.id == first->id || !is_candidate(line);
    });
    constexpr std::size_t longest_title = 300;
    return is_alone ? above.find_first_of(".?!") != above.npos : above.size() > longest_title;
  }

  std::string_view text_;
  LabelCensus& census_;
};

class Chooser {
 public:
  Chooser(const LabelText& text, const std::vector<std::string>& known_speakers)
      : source_(text), text_(text.text), known_speakers_(known_speakers) {
    colon() = take_census(source_, Convention::colon_labels);
    drop_head();
    prepare(colon());
    // Where colon labels make a dialogue, no other kind of label is looked for.
    if (count_accepted(colon(), true) >= 2) return;
    for (const auto& [index, convention] :
         {std::pair{1U, Convention::tab_labels}, std::pair{2U, Convention::line_labels}}) {
      censuses_[index] = take_census(source_, convention);
      prepare(censuses_[index]);
    }
  }

  LabelChoice run() {
    if (!any_recurs()) {
      for (LabelCensus& census : censuses_) Acceptance(text_, census).accept_capitalised();
    }
    LabelCensus* const chosen = choose();
    if (chosen != nullptr) Acceptance(text_, *chosen).accept_evident();
    LabelChoice choice;
    for (const LabelCensus& census : censuses_) {
      add_look_alikes(census, first_turn(chosen), choice.look_alikes);
      if (&census == chosen) break;
    }
    if (chosen != nullptr) {
      choice.census = only_accepted(std::move(*chosen));
    } else {
      choice.text_begin = text_below_head_;
    }
    return choice;
  }

 private:
  LabelCensus& colon() { return censuses_.front(); }

  void drop_head() {
    const TranscriptHead head = find_head(text_, colon());
    text_below_head_ = head.text_below;
    const auto end = colon().lines.begin() + static_cast<std::ptrdiff_t>(head.lines);
    colon().lines.erase(colon().lines.begin(), end);
  }

  void prepare(LabelCensus& census) {
    count_lines(text_, census);
    Acceptance acceptance(text_, census);
    acceptance.accept_recurring();
    acceptance.accept_by_name(known_speakers_);
  }

  [[nodiscard]] bool any_recurs() const {
    return std::any_of(censuses_.begin(), censuses_.end(),
                       [](const LabelCensus& census) { return count_accepted(census, true) > 0; });
  }

  /// The first convention with a label that is accepted; but single labels of one give way to a
  /// dialogue in another.
  LabelCensus* choose() {
    LabelCensus* first = nullptr;
    for (LabelCensus& census : censuses_) {
      if (count_accepted(census, false) == 0) continue;
      if (first == nullptr) first = &census;
      const bool is_dialogue = count_accepted(census, true) >= 2;
      if (is_dialogue && count_accepted(*first, true) == 0) return &census;
    }
    return first;
  }

  static LabelCensus only_accepted(LabelCensus census) {
    std::erase_if(census.lines,
                  [&](const LabelLine& line) { return !census.label_of(line).is_accepted; });
    return census;
  }

  /// Where the first turn begins; where there are no labels, at the text's beginning.
  static text::ByteOffset first_turn(const LabelCensus* census) {
    if (census == nullptr) return {};
    const auto first =
        std::find_if(census->lines.begin(), census->lines.end(),
                     [&](const LabelLine& line) { return census->label_of(line).is_accepted; });
    return first == census->lines.end() ? text::ByteOffset{} : first->label.begin;
  }

  /// Of line labels only those are told that a person would take for one: two or more, or with a
  /// time.
  static void add_look_alikes(const LabelCensus& census, text::ByteOffset begin,
                              std::vector<LookAlike>& look_alikes) {
    std::vector<LookAlike> found(census.labels.size());
    for (const LabelLine& line : census.lines) {
      if (line.label.begin < begin) continue;
      LookAlike& one = found[line.id];
      if (one.lines++ == 0) one.first_line = line.line;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const DistinctLabel& label = census.labels[i];
      if (label.is_accepted || label.lines == 0) continue;
      found[i].convention = census.convention;
      found[i].key = label.key;
      found[i].spelling = label.spelling;
      if (census.convention == Convention::line_labels && !is_striking(census, label)) {
        found[i].lines = 0;
      }
      look_alikes.push_back(std::move(found[i]));
    }
  }

  static bool is_striking(const LabelCensus& census, const DistinctLabel& label) {
    if (label.capitalised_lines == 0) return false;
    return recurs(label) || (count_accepted(census, false) > 0 && is_firm(census, label));
  }

  LabelText source_;
  std::string_view text_;
  const std::vector<std::string>& known_speakers_;
  std::array<LabelCensus, 3> censuses_;  ///< of colon, tab and line labels
  text::ByteOffset text_below_head_;
};

}  // namespace

LabelChoice choose_labels(const LabelText& text, const std::vector<std::string>& known_speakers) {
  if (text.own_labels != nullptr) return {take_census(text, Convention::own), {}, {}};
  return Chooser(text, known_speakers).run();
}

}  // namespace themata::ingest::detail
