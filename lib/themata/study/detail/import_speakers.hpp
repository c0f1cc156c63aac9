#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/import_files.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Who is known in a study, and who a label of one more file is. It changes the study's
/// participants, so it belongs inside a change.
class SpeakerDirectory {
 public:
  explicit SpeakerDirectory(Project& project);

  /// For `ingest::ReadOptions`: keys of all labels and participants, sorted.
  [[nodiscard]] std::vector<std::string> known_speakers() const;
  /// True if the key is one of them.
  [[nodiscard]] bool knows(const std::string& key) const { return known_.contains(key); }

  /// A speaker for each label of the transcript (one, if it has none), participants found by name
  /// or made. The returned speakers are in the labels' order.
  std::vector<FoundSpeaker> assign(const ingest::Transcript& transcript, const FileToImport& file);

  /// The participant of that name.
  [[nodiscard]] model::ParticipantId participant(const std::string& name) const;
  /// The participants found in `assign` so far who are in more than one source.
  [[nodiscard]] std::vector<JoinedParticipant> joined() const;

 private:
  struct Person {
    model::ParticipantId id;
    std::string name;
    std::vector<std::string> sources;
    bool touched = false;  ///< by this import
  };
  FoundSpeaker found(const ingest::SpeakerLabel& label, const FileToImport& file,
                     std::size_t generic_labels);
  Person& person(const std::string& name);
  void take_part(const std::string& name, const std::string& source);

  Project& project_;
  std::set<std::string> known_;
  std::unordered_map<std::string, model::SpeakerRole> roles_;  // by key; where a person chose one
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

}  // namespace themata::study::detail
