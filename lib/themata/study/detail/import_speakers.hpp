#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/detail/import_files.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Whom a generic label ("P", "Respondent 2") means: where it is the source's only one, the
/// participant that was named for the source, or the source itself; else "SOURCE LABEL".
std::string participant_of_generic_label(const std::string& label, std::size_t generic_labels,
                                         const std::string& source,
                                         const std::optional<std::string>& participant);

/// Who is known in a study, and who a label of one more file is. It changes the study's
/// participants, so it belongs inside a change.
class SpeakerDirectory {
 public:
  /// A source that is being read again makes nobody known.
  explicit SpeakerDirectory(Project& project,
                            std::optional<model::SourceId> read_again = std::nullopt);

  /// For `ingest::ReadOptions`: keys of all labels and participants, sorted.
  [[nodiscard]] std::vector<std::string> known_speakers() const;
  /// True if the key is one of them.
  [[nodiscard]] bool knows(const std::string& key) const { return known_.contains(key); }

  /// A speaker for each label of the transcript (one, if it has none), participants found by name
  /// or made. The returned speakers are in the labels' order.
  /// What a person said of the source's speakers before (`previous`, by label: see
  /// `restore_labels`) holds on.
  std::vector<FoundSpeaker> assign(const ingest::Transcript& transcript, const FileToImport& file,
                                   const std::vector<store::SpeakerSummary>& previous = {});

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
  /// Who a label was in other sources, if that was one and the same throughout.
  struct KnownLabel {
    model::SpeakerRole role = model::SpeakerRole::participant;
    std::string participant;
    bool ambiguous = false;
  };
  [[nodiscard]] FoundSpeaker found(const ingest::SpeakerLabel& label, const FileToImport& file,
                                   std::size_t generic_labels) const;
  void learn(const store::SpeakerSummary& speaker);
  Person& person(const std::string& name);
  static void appear(Person& who, const std::string& source);
  void take_part(const std::string& name, const std::string& source);

  Project& project_;
  std::set<std::string> known_;
  std::unordered_map<std::string, KnownLabel> labels_;  // by key; generic ones are not among them
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

}  // namespace themata::study::detail
