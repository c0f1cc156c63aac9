#include "themata/analysis/grouping.hpp"

#include <algorithm>
#include <utility>

#include "themata/analysis/speakers_of_hit.hpp"
#include "themata/text/name_key.hpp"

namespace themata::analysis {

namespace {

using By = Grouping::By;

bool is_by_person(By by) { return by == By::participant || by == By::attribute; }

std::string name_of_rest(const Grouping& grouping) {
  switch (grouping.by) {
    case By::participant:
      return "(no participant)";
    case By::occasion:
      return "(no occasion)";
    case By::attribute:
    case By::detail:
      return "(no " + grouping.attribute + ")";
    default:
      return "(none)";
  }
}

/// What the source's detail of that key says; its first, if it has several.
std::string_view detail_of(const model::Source& source, std::string_view key) {
  const std::string wanted = text::name_key(key);
  for (const model::SourceDetail& detail : source.details) {
    if (text::name_key(detail.key) == wanted) return detail.value;
  }
  return {};
}

}  // namespace

GroupFinder::GroupFinder(Grouping grouping, const model::Corpus& corpus)
    : grouping_(std::move(grouping)),
      corpus_(corpus),
      names_{name_of_rest(grouping_)},
      exists_{false} {
  if (is_by_person(grouping_.by)) name_people();
  if (grouping_.by == By::study) {
    names_.emplace_back("(all)");
    exists_.push_back(true);
    here_ = 1;
  }
}

/// Numbers all participants, or all values of their attribute, in the study's order.
void GroupFinder::name_people() {
  for (const model::Participant& participant : corpus_.participants()) {
    std::size_t& number = people_[participant.id];
    if (grouping_.by == By::participant) {
      number = names_.size();
      names_.push_back(participant.name);
      exists_.push_back(false);
    } else {
      number = number_of(participant.attribute(grouping_.attribute));
    }
  }
}

/// Of an occasion or a value: names that differ in case or quotes alone are one, as in filters.
std::size_t GroupFinder::number_of(std::string_view name) {
  if (name.empty()) return nowhere;
  const auto [known, is_new] = numbers_.try_emplace(text::name_key(name), names_.size());
  if (is_new) {
    names_.emplace_back(name);
    exists_.push_back(false);
  }
  return known->second;
}

std::size_t GroupFinder::of_speaker(const model::Speaker& speaker) const {
  const bool is_person = speaker.role == model::SpeakerRole::participant && speaker.participant;
  if (!is_person || !corpus_.selection().admits(*speaker.participant)) return nowhere;
  return people_.at(*speaker.participant);
}

void GroupFinder::open(const model::SourceData& source) {
  source_ = &source;
  if (is_by_person(grouping_.by)) {
    speakers_.clear();
    for (const model::Speaker& speaker : source.speakers) {
      speakers_.push_back(of_speaker(speaker));
      const bool is_heard = corpus_.selection().speech != model::Speech::researchers;
      if (is_heard && speakers_.back() != nowhere) exists_[speakers_.back()] = true;
    }
  } else if (grouping_.by == By::source) {
    here_ = names_.size();
    names_.push_back(source.source.name);
    exists_.push_back(true);
  } else if (grouping_.by == By::occasion || grouping_.by == By::detail) {
    here_ = number_of(grouping_.by == By::occasion ? source.source.occasion
                                                   : detail_of(source.source, grouping_.attribute));
    if (here_ != nowhere) exists_[here_] = true;
  } else if (grouping_.by == By::turn) {
    here_ = names_.size();
    names_.resize(names_.size() + source.turns.size());
    exists_.resize(names_.size());
  }
}

std::size_t GroupFinder::mark(std::size_t number) {
  exists_[number] = true;
  return number;
}

std::size_t GroupFinder::of_turn(std::size_t turn) {
  if (grouping_.by == By::turn) return mark(here_ + turn);
  if (!is_by_person(grouping_.by)) return mark(here_);
  const auto& speaker = source_->turns[turn].speaker;
  return mark(speaker ? speakers_[*speaker] : nowhere);
}

std::vector<std::size_t> GroupFinder::of_hit(const TermHit& hit) {
  if (!hit.turn) return {mark(grouping_.by == By::turn ? nowhere : here_)};
  const bool in_one_turn = source_->turns[*hit.turn].range.contains(hit.range);
  if (in_one_turn || !is_by_person(grouping_.by)) return {of_turn(*hit.turn)};
  std::vector<std::size_t> groups;
  for (const model::ParticipantId who : speakers_of(*source_, hit, corpus_.selection())) {
    const std::size_t number = mark(people_.at(who));
    if (std::find(groups.begin(), groups.end(), number) == groups.end()) groups.push_back(number);
  }
  if (groups.empty()) groups.push_back(mark(nowhere));
  return groups;
}

std::vector<GroupFinder::Group> GroupFinder::order() const {
  std::vector<Group> groups;
  for (std::size_t number = 1; number < names_.size(); ++number) {
    if (exists_[number]) groups.push_back({number, names_[number]});
  }
  if (exists_[nowhere]) groups.push_back({nowhere, names_[nowhere]});
  return groups;
}

}  // namespace themata::analysis
