#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

struct WithdrawRequest {
  std::string participant;
  /// What is put in the place of the name where others say it, or where a note has it; none: it
  /// stays there, and the report says where.
  std::optional<std::string> replace_name;
  bool dry_run = false;
};

/// Where others name the person.
struct Mention {
  std::string source;
  std::string line;  ///< the words around it
};

/// What went with a participant, or on a dry run would go.
struct WithdrawReport {
  std::string participant;
  std::vector<std::string> removed_sources;  ///< in which no other participant spoke
  std::vector<std::pair<std::string, std::size_t>> cut_sources;  ///< and the turns that went there
  /// Others, in which others' turns had bracketed words of theirs, and how many.
  std::vector<std::pair<std::string, std::size_t>> cut_voices;
  std::size_t attributes = 0;  ///< values
  std::size_t codings = 0;     ///< of what they said
  std::size_t trimmed = 0;     ///< codings that are shorter now
  std::size_t memos = 0;       ///< on the person, on their sources and on these codings
  std::vector<std::string> without_original;  ///< sources whose file's own bytes were let go
  std::vector<std::string> names;             ///< what the person is called, that is looked for
  std::vector<Mention> mentions;              ///< in the texts that are left
  std::vector<std::pair<std::string, std::size_t>> elsewhere;  ///< the same by place
  /// By place, how often a word is left that may be the name, and may be another word: in small
  /// letters ("I will"), a number or a label of anybody ("P2"), a part of another's name.
  std::vector<std::pair<std::string, std::size_t>> kept;
  std::vector<std::string> warnings;  ///< sentences for the person
  std::vector<std::string> backups;   ///< that were removed
};

/// Takes a participant out of the study for good, who has withdrawn consent: what they said, what
/// is known of them, the files with it and the history of it. What others said, and its codings,
/// stay; so do codes and themes. The log says only that a participant withdrew.
WithdrawReport withdraw(Project& project, const WithdrawRequest& request);

}  // namespace themata::study
