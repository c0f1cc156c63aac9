#include "themata/study/detail/people.hpp"

#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

People::People(Project& project) : project_(project) {
  for (const model::Participant& participant : store::participants(project.database())) {
    by_key_.emplace(text::name_key(participant.name), participant.id);
  }
}

model::ParticipantId People::find_or_add(const std::string& name) {
  const std::string checked = model::checked_name("participant", name);
  const std::string key = text::name_key(checked);
  const auto found = by_key_.find(key);
  if (found != by_key_.end()) return found->second;
  const auto id = store::add_participant(project_.database(), checked, project_.new_guid());
  by_key_.emplace(key, id);
  ++added_;
  return id;
}

std::string attribute_in_study(Project& project, const std::string& name) {
  const std::string checked = model::checked_name("attribute", name);
  for (const std::string& known : store::attribute_names(project.database())) {
    if (text::name_key(known) == text::name_key(checked)) return known;
  }
  store::add_attribute(project.database(), checked, project.new_guid());
  return checked;
}

}  // namespace themata::study::detail
