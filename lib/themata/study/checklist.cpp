#include "themata/study/checklist.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "themata/analysis/theme_support.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/detail/word_remarks.hpp"
#include "themata/study/history.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/phase_facts.hpp"
#include "themata/study/phases.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/words.hpp"

namespace themata::study {

namespace {

using Sentences = std::vector<std::string>;

constexpr std::size_t date_size = 10;

std::string date_of(const std::string& time) { return time.substr(0, date_size); }

/// What the record of a study holds on the points, gathered once.
class Evidence {
 public:
  Evidence(Project& project, const std::vector<WordRemark>& remarks)
      : project_(project),
        remarks_(remarks),
        counted_(count_codings(project, {})),
        facts_(phase_facts(project, std::nullopt)),
        log_(log_lines(project, {})) {}

  Sentences on(int point) {
    switch (point) {
      case 1:
        return transcription();
      case 2:
        return attention();
      case 3:
        return support();
      case 4:
        return collated();
      case 5:
        return checked();
      case 6:
        return distinct();
      case 8:
        return chosen();
      case 10:
        return balance();
      case 11:
        return time_spent();
      case 12:
        return approach();
      case 13:
        return what_was_done();
      case 14:
        return {remarks_on("")};
      case 15:
        return active();
      default:
        return {};
    }
  }

 private:
  [[nodiscard]] std::size_t count(Fact fact) const {
    return static_cast<std::size_t>(std::count_if(
        facts_.begin(), facts_.end(), [&](const PhaseFact& one) { return one.fact == fact; }));
  }

  [[nodiscard]] Sentences transcription() const {
    std::set<std::string> revised;
    for (const LogLine& line : log_) {
      if (line.entry.command != "source revise" || line.taken_back_by) continue;
      revised.insert(line.entry.summary.substr(0, line.entry.summary.find(':')));
    }
    if (revised.empty()) return {"No transcript was corrected after its import."};
    return {fmt::format("{} corrected after the import.",
                        revised.size() == 1 ? "1 transcript was"
                                            : fmt::format("{} transcripts were", revised.size()))};
  }

  [[nodiscard]] Sentences attention() const {
    Sentences says;
    for (const PhaseFact& fact : facts_) {
      if (fact.fact != Fact::coverage) continue;
      says.push_back(fmt::format("{}: {} % of participants' words coded ({}).", fact.subject,
                                 fact.number.value_or(0), fact.detail));
    }
    const std::size_t unread = count(Fact::source_not_read);
    if (unread > 0) {
      says.push_back(
          fmt::format("{} not noted as read.",
                      unread == 1 ? "1 source is" : fmt::format("{} sources are", unread)));
    }
    return says;
  }

  [[nodiscard]] Sentences support() {
    const auto corpus =
        store::open_corpus(project_.database(), {}, {.texts = false, .codings = true});
    Sentences says;
    for (const analysis::ThemeSupport& theme : analysis::theme_support(*corpus)) {
      if (theme.excerpts == 0) continue;
      says.push_back(fmt::format(
          "{} {}: {} of {} in {}; the one with the most speaks in {} %.",
          counted_.codebook.number(theme.theme), counted_.codebook.theme(theme.theme).name,
          text::plural(theme.excerpts, "excerpt"), text::plural(theme.participants, "participant"),
          text::plural(theme.sources, "source"), theme.of_one_participant * 100 / theme.excerpts));
    }
    return says;
  }

  [[nodiscard]] Sentences collated() const {
    std::size_t with_excerpts = 0;
    for (const auto& [theme, number] : counted_.counts.themes) {
      with_excerpts += number.excerpts > 0 ? 1 : 0;
    }
    Sentences says{fmt::format("Every coded excerpt of {} can be listed (themata theme show).",
                               text::plural(with_excerpts, "theme"))};
    const std::size_t loose = count(Fact::code_in_no_theme);
    if (loose > 0) says.push_back(fmt::format("{} in no theme.", text::plural(loose, "code")));
    return says;
  }

  [[nodiscard]] Sentences checked() const {
    Sentences says;
    const std::size_t all = counted_.codebook.themes().size();
    const std::size_t unread = count(Fact::theme_never_read);
    says.push_back(fmt::format("The excerpts of {} of {} are noted as read.",
                               all - std::min(all, unread), text::plural(all, "theme")));
    const std::size_t changed = count(Fact::theme_changed);
    if (changed > 0) {
      says.push_back(fmt::format("{} of them changed since.", changed));
    }
    return says;
  }

  [[nodiscard]] Sentences distinct() const {
    return {
        fmt::format("{} of themes with excerpts in common; {} without a definition, {} without "
                    "a central organising idea.",
                    text::plural(count(Fact::themes_share_excerpts), "pair"),
                    text::plural(count(Fact::theme_without_definition), "theme"),
                    count(Fact::theme_without_idea))};
  }

  /// How many excerpts are chosen for the report, and their words.
  [[nodiscard]] std::pair<std::size_t, std::size_t> chosen_words() const {
    const auto ids = chosen_codings(project_);
    std::pair<std::size_t, std::size_t> found{0, 0};
    if (ids.empty()) return found;
    text::WordSegmenter segmenter;
    list_excerpts(project_, {}, [&](const Excerpt& excerpt) {
      if (!ids.contains(excerpt.id)) return;
      ++found.first;
      found.second += text::count_words(excerpt.text, segmenter);
    });
    return found;
  }

  [[nodiscard]] Sentences chosen() const {
    const auto [excerpts, words] = chosen_words();
    if (excerpts == 0) return {"No excerpt is chosen for the report yet."};
    return {fmt::format("{} chosen; each is cut from its transcript and bears source and place.",
                        excerpts == 1 ? "1 excerpt is" : fmt::format("{} excerpts are", excerpts)),
            fmt::format("{} without a chosen excerpt.",
                        text::plural(count(Fact::theme_without_chosen), "theme"))};
  }

  [[nodiscard]] Sentences balance() const {
    const auto [excerpts, words] = chosen_words();
    if (excerpts == 0) return {"No excerpt is chosen for the report yet."};
    return {fmt::format("{} in {} chosen; the study holds no narrative to set them against.",
                        text::plural(words, "word"), text::plural(excerpts, "excerpt"))};
  }

  [[nodiscard]] Sentences time_spent() const {
    if (log_.empty()) return {"The log is empty."};
    std::set<std::string> days;
    for (const LogLine& line : log_) days.insert(date_of(line.entry.time));
    Sentences says{fmt::format("{} on {}, from {} to {}.", text::plural(log_.size(), "command"),
                               text::plural(days.size(), "day"), *days.begin(), *days.rbegin())};
    for (const PhaseMoveLine& move : phase_moves(project_)) {
      says.push_back(
          fmt::format("Phase {} from {} ({}).", move.phase, date_of(move.time), move.coder));
    }
    return says;
  }

  [[nodiscard]] Sentences approach() const {
    return {fmt::format("The study's approach is set to {}.",
                        model::to_string(store::study_info(project_.database()).approach))};
  }

  [[nodiscard]] Sentences what_was_done() const {
    const std::size_t sources = count(Fact::source_read) + count(Fact::source_not_read);
    return {fmt::format("{}, {}, {}, {}, {}.",
                        text::plural(list_participants(project_).size(), "participant"),
                        text::plural(sources, "source"),
                        text::plural(store::coders(project_.database()).size(), "coder"),
                        text::plural(counted_.codebook.codes().size(), "code"),
                        text::plural(counted_.codebook.themes().size(), "theme")),
            "No measure of agreement between coders is recorded."};
  }

  [[nodiscard]] std::string remarks_on(const std::string& word) const {
    std::size_t number = 0;
    for (const WordRemark& remark : remarks_) {
      const bool meant = word.empty() || remark.topic.starts_with(word + ":");
      number += meant && !remark.said ? 1 : 0;
    }
    if (number == 0) return "No word in definitions or memos to look at.";
    return fmt::format("{} in definitions and memos to look at, listed below.",
                       text::plural(number, "word"));
  }

  [[nodiscard]] Sentences active() const {
    const std::size_t journal = store::journal_entries(project_.database()).size();
    const std::size_t memos = store::memos(project_.database()).size();
    return {fmt::format("{} in the journal, {}.",
                        journal == 1 ? "1 entry" : fmt::format("{} entries", journal),
                        text::plural(memos, "memo")),
            remarks_on("emerge")};
  }

  Project& project_;
  const std::vector<WordRemark>& remarks_;
  CountedCodebook counted_;
  std::vector<PhaseFact> facts_;
  std::vector<LogLine> log_;
};

}  // namespace

Checklist checklist(Project& project) {
  Checklist result;
  result.remarks = detail::word_remarks(project);
  const auto standing = standing_statements(project);
  const auto said_on = [&](const std::string& topic) {
    const auto found = standing.find(topic);
    return found == standing.end() ? std::nullopt : std::optional(found->second);
  };
  Evidence evidence(project, result.remarks);
  for (const model::ChecklistPoint& point : model::checklist_points()) {
    result.items.push_back(
        {point, evidence.on(point.number), said_on(std::to_string(point.number))});
  }
  result.information_power = said_on(information_power);
  return result;
}

}  // namespace themata::study
