#include "themata/study/detail/person_names.hpp"

#include <algorithm>
#include <unordered_set>

#include "themata/ingest/speaker_label.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/history.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

/// Names in the order in which they were found, each once.
class NameList {
 public:
  void add(const std::string& name) {
    if (keys_.insert(text::name_key(name)).second) names_.push_back(name);
  }
  [[nodiscard]] bool has(const std::string& name) const {
    return keys_.contains(text::name_key(name));
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<std::string> names_;
  std::unordered_set<std::string> keys_;
};

void add_labels(const model::SourceData& source, model::ParticipantId who, NameList& names,
                NameList& others) {
  for (const model::Speaker& speaker : source.speakers) {
    const bool theirs = speaker.participant == who;
    if (!theirs) {
      others.add(speaker.label);
    } else if (!is_anybody(speaker.label)) {
      names.add(speaker.label);
    }
  }
  std::unordered_set<std::string_view> seen;
  for (const model::Turn& turn : source.turns) {
    if (turn.label.empty() || source.participant_of(turn) != who) continue;
    const std::string_view label = text::slice(source.text, turn.label);
    if (!seen.insert(label).second) continue;
    const std::string name = name_in_label(label);
    if (!name.empty() && !is_anybody(name)) names.add(name);
  }
}

/// What "X is now Y" rows of the log tell of a name that the person bears now, the latest first.
void add_earlier(Project& project, NameList& names) {
  const std::vector<store::LogEntry> log = store::log_entries(project.database());
  for (auto entry = log.rbegin(); entry != log.rend(); ++entry) {
    const bool speaker = entry->command == "speaker rename";
    if (!speaker && entry->command != "participant rename") continue;
    constexpr std::string_view is_now = " is now ";
    const std::size_t middle = entry->summary.find(is_now);
    if (middle == std::string::npos) continue;
    const std::string before = entry->summary.substr(0, middle);
    std::string now = entry->summary.substr(middle + is_now.size());
    if (speaker) now.resize(std::min(now.size(), now.rfind(" in ")));
    if (names.has(now) && !is_anybody(before)) names.add(before);
  }
}

}  // namespace

bool is_anybody(const std::string& name) {
  const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
  return number || ingest::is_generic_label(name) || ingest::is_researcher_label(name) ||
         ingest::is_other_label(name);
}

std::string name_in_label(std::string_view label) {
  const text::TextRange line = text::byte_range(0, label.size());
  if (const auto found = ingest::colon_label(label, line)) {
    return std::string(text::slice(label, found->name));
  }
  std::string_view name = label.substr(0, label.find_first_of("[(:\t\n"));
  constexpr std::string_view marks = "*_#>< .,-";
  name = text::trim(name);
  if (name.starts_with("<v ")) name.remove_prefix(3);
  const std::size_t begin = name.find_first_not_of(marks);
  if (begin == std::string_view::npos) return {};
  return std::string(name.substr(begin, name.find_last_not_of(marks) + 1 - begin));
}

PersonNames names_of(Project& project, const model::Participant& who) {
  NameList names;
  NameList others;
  names.add(who.name);
  for (const model::Participant& other : store::participants(project.database())) {
    if (other.id != who.id) others.add(other.name);
  }
  for (const model::Source& source : store::sources(project.database())) {
    add_labels(store::load_source(project.database(), source.id), who.id, names, others);
  }
  add_earlier(project, names);
  return {names.take(), others.take()};
}

}  // namespace themata::study::detail
