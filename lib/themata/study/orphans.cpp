#include "themata/study/detail/orphans.hpp"

#include <algorithm>

#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/speakers.hpp"

namespace themata::study::detail {

namespace {

std::unordered_set<model::ParticipantId> speaking(Project& project) {
  std::unordered_set<model::ParticipantId> ids;
  for (const store::SpeakerSummary& summary : store::speaker_summaries(project.database())) {
    if (summary.speaker.participant) ids.insert(*summary.speaker.participant);
  }
  return ids;
}

bool has_memo(const std::vector<model::Memo>& memos, model::ParticipantId id) {
  return std::any_of(memos.begin(), memos.end(), [&](const model::Memo& memo) {
    return memo.target == model::MemoTarget::participant && memo.target_id == id.value;
  });
}

bool has_attribute(const model::Participant& participant) {
  return std::any_of(participant.attributes.begin(), participant.attributes.end(),
                     [](const model::Attribute& attribute) { return !attribute.value.empty(); });
}

}  // namespace

Orphans::Orphans(Project& project) : project_(project), spoke_(speaking(project)) {}

std::vector<std::string> Orphans::remove() {
  const std::unordered_set<model::ParticipantId> speak = speaking(project_);
  const std::vector<model::Memo> memos = store::memos(project_.database());
  std::vector<std::string> removed;
  for (const model::Participant& participant : store::participants(project_.database())) {
    const bool stopped = spoke_.contains(participant.id) && !speak.contains(participant.id);
    if (!stopped || has_attribute(participant) || has_memo(memos, participant.id)) continue;
    store::remove_participant(project_.database(), participant.id);
    removed.push_back(participant.name);
  }
  return removed;
}

}  // namespace themata::study::detail
