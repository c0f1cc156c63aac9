#include "themata/study/phases.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/model/phase.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/journal.hpp"
#include "themata/study/phase_facts.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

constexpr std::array<std::string_view, model::phase_count> beyond_the_record{
    "how closely anything was read, nor what was noticed and not noted",
    "whether the data got equal attention: equal counts are not equal attention, and not every "
    "word "
    "needs a code",
    "whether the themes answer the question; how many people said a thing does not make it a theme",
    "whether themes hold together and differ in meaning, which is a reading",
    "whether a theme has one central idea or only a topic in common",
    "whether the excerpts illustrate what the report claims, and whether its story convinces"};

/// The facts of a study, by kind.
class FactsByKind {
 public:
  explicit FactsByKind(const std::vector<PhaseFact>& facts) {
    for (const PhaseFact& fact : facts) by_kind_[fact.fact].push_back(&fact);
  }

  [[nodiscard]] std::size_t count(Fact fact) const {
    const auto found = by_kind_.find(fact);
    return found == by_kind_.end() ? 0 : found->second.size();
  }

  [[nodiscard]] std::size_t sum(Fact fact) const {
    std::size_t sum = 0;
    const auto found = by_kind_.find(fact);
    if (found == by_kind_.end()) return 0;
    for (const PhaseFact* one : found->second) {
      sum += static_cast<std::size_t>(one->number.value_or(0));
    }
    return sum;
  }

  /// The first few subjects: "a, b, c and 4 more".
  [[nodiscard]] std::string names(Fact fact) const {
    constexpr std::size_t shown = 3;
    const auto found = by_kind_.find(fact);
    if (found == by_kind_.end()) return "";
    std::vector<std::string> names;
    for (const PhaseFact* one : found->second) {
      if (names.size() < shown) names.push_back(one->subject);
    }
    const std::string listed = fmt::format("{}", fmt::join(names, ", "));
    const std::size_t more = found->second.size() - names.size();
    return more == 0 ? listed : fmt::format("{} and {} more", listed, more);
  }

  /// The lowest and the highest number: "12 % to 40 %".
  [[nodiscard]] std::string percentages(Fact fact) const {
    std::int64_t least = 100;
    std::int64_t most = 0;
    for (const PhaseFact* one : by_kind_.at(fact)) {
      least = std::min(least, one->number.value_or(0));
      most = std::max(most, one->number.value_or(0));
    }
    return least == most ? fmt::format("{} %", least) : fmt::format("{} % to {} %", least, most);
  }

  /// "3 codes are used once: a, b, c."; nothing if there is none.
  void tell(std::vector<std::string>& says, Fact fact, const std::string& noun,
            const std::string& is_so) const {
    const std::size_t number = count(fact);
    if (number == 0) return;
    says.push_back(fmt::format("{} {} {}: {}.", text::plural(number, noun),
                               number == 1 ? "is" : "are", is_so, names(fact)));
  }

 private:
  std::map<Fact, std::vector<const PhaseFact*>> by_kind_;
};

using Sentences = std::vector<std::string>;

Sentences of_reading(const FactsByKind& facts) {
  Sentences says;
  const std::size_t read = facts.count(Fact::source_read);
  const std::size_t all = read + facts.count(Fact::source_not_read);
  says.push_back(fmt::format("{} of {} noted as read{}.", read, text::plural(all, "source"),
                             read == all ? "" : "; not " + facts.names(Fact::source_not_read)));
  says.push_back(
      fmt::format("{} on sources and turns.", text::plural(facts.sum(Fact::source_memos), "memo")));
  return says;
}

Sentences of_coding(const FactsByKind& facts) {
  Sentences says;
  if (facts.count(Fact::coverage) > 0) {
    says.push_back(fmt::format("{} of the participants' words are coded, source by source.",
                               facts.percentages(Fact::coverage)));
  }
  const std::size_t stretches = facts.count(Fact::uncoded_stretch);
  if (stretches > 0) {
    says.push_back(fmt::format("{} {} of {} words or more {} no code.", stretches,
                               stretches == 1 ? "stretch" : "stretches", least_uncoded_words,
                               stretches == 1 ? "has" : "have"));
  }
  facts.tell(says, Fact::code_without_description, "code", "without a description");
  facts.tell(says, Fact::code_used_once, "code", "used once");
  facts.tell(says, Fact::code_not_used, "code", "not used");
  if (const std::size_t flagged = facts.count(Fact::coding_flagged); flagged > 0) {
    says.push_back(fmt::format("{} flagged since {} transcript was corrected.",
                               text::plural(flagged, "coding"), flagged == 1 ? "its" : "their"));
  }
  if (const std::size_t rule = facts.sum(Fact::codings_by_rule); rule > 0) {
    says.push_back(fmt::format("{} {} made by a rule and accepted by nobody yet.",
                               text::plural(rule, "coding"), rule == 1 ? "was" : "were"));
  }
  return says;
}

Sentences of_theming(const FactsByKind& facts) {
  Sentences says;
  facts.tell(says, Fact::code_in_no_theme, "code", "in no theme");
  facts.tell(says, Fact::theme_without_codes, "theme", "without codes");
  facts.tell(says, Fact::theme_of_one_participant, "theme", "told by one participant alone");
  if (says.empty()) says.emplace_back("Every code is in a theme.");
  return says;
}

Sentences of_review(const FactsByKind& facts) {
  Sentences says;
  if (const std::size_t pairs = facts.count(Fact::themes_share_excerpts); pairs > 0) {
    const std::size_t shared = facts.count(Fact::excerpt_under_themes);
    says.push_back(fmt::format("{} of themes {} excerpts; {} {} under several themes.",
                               text::plural(pairs, "pair"), pairs == 1 ? "shares" : "share",
                               text::plural(shared, "excerpt"), shared == 1 ? "is" : "are"));
  }
  facts.tell(says, Fact::theme_changed, "theme", "changed since the excerpts were last read");
  facts.tell(says, Fact::theme_never_read, "theme", "not noted as read");
  if (says.empty()) says.emplace_back("Nothing of it is recorded yet.");
  return says;
}

Sentences of_defining(const FactsByKind& facts) {
  Sentences says;
  facts.tell(says, Fact::theme_without_definition, "theme", "without a definition");
  facts.tell(says, Fact::theme_without_idea, "theme", "without a central organising idea");
  if (const std::size_t renamed = facts.count(Fact::renamed); renamed > 0) {
    says.push_back(fmt::format("{} changed; the log says why where it was told.",
                               text::plural(renamed, "name")));
  }
  if (says.empty()) says.emplace_back("Every theme has a definition and a central idea.");
  return says;
}

Sentences of_reporting(const FactsByKind& facts) {
  Sentences says;
  const std::size_t people = facts.count(Fact::participant_quoted);
  if (people == 0) return {"No excerpt is chosen for the report."};
  says.push_back(fmt::format("Excerpts of {} are chosen for the report.",
                             text::plural(people, "participant")));
  facts.tell(says, Fact::theme_without_chosen, "theme", "without a chosen excerpt");
  return says;
}

Sentences sentences_of(int phase, const FactsByKind& facts) {
  using Teller = Sentences (*)(const FactsByKind&);
  constexpr std::array<Teller, model::phase_count> tellers{of_reading, of_coding,   of_theming,
                                                           of_review,  of_defining, of_reporting};
  return tellers.at(static_cast<std::size_t>(phase - 1))(facts);
}

}  // namespace

std::vector<PhaseMoveLine> phase_moves(Project& project) {
  const model::PhaseNames names = store::study_info(project.database()).phase_names;
  std::map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  std::vector<PhaseMoveLine> lines;
  for (const model::PhaseMove& move : store::phase_moves(project.database())) {
    lines.push_back({move.created, move.phase, std::string(model::phase_name(move.phase, names)),
                     coders.at(move.coder), move.note});
  }
  return lines;
}

PhaseMoveLine set_phase(Project& project, int phase, const std::string& note) {
  require_phase(phase);
  Edit edit(project, "phase set");
  const model::PhaseNames names = store::study_info(project.database()).phase_names;
  const model::PhaseMove move{project.new_guid(), phase, edit.coder(), project.now(), note};
  store::add_phase_move(project.database(), move);
  const std::string name(model::phase_name(phase, names));
  edit.commit(fmt::format("{} {}{}{}", phase, name, note.empty() ? "" : ": ", note));
  return {move.created, phase, name, project.environment().coder, note};
}

std::vector<PhaseView> phase_views(Project& project) {
  const model::PhaseNames names = store::study_info(project.database()).phase_names;
  const std::vector<PhaseFact> all = phase_facts(project, std::nullopt);
  const FactsByKind facts(all);
  const int present = present_phase(project);
  const auto moves = store::phase_moves(project.database());
  const auto journal = store::journal_entries(project.database());
  std::vector<PhaseView> views;
  for (int phase = 1; phase <= model::phase_count; ++phase) {
    PhaseView& view = views.emplace_back();
    view.number = phase;
    view.name = model::phase_name(phase, names);
    view.is_present = phase == present;
    for (const model::PhaseMove& move : moves) view.times_entered += move.phase == phase ? 1 : 0;
    view.says = sentences_of(phase, facts);
    std::size_t entries = 0;
    for (const model::JournalEntry& entry : journal) entries += entry.phase == phase ? 1 : 0;
    if (entries > 0) {
      view.says.push_back(fmt::format("The journal has {} {} from it.", entries,
                                      entries == 1 ? "entry" : "entries"));
    }
    view.cannot_say = std::string(beyond_the_record.at(static_cast<std::size_t>(phase - 1)));
  }
  return views;
}

}  // namespace themata::study
