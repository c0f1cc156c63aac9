#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "themata/model/id.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Watches who stops speaking during a change. A participant who exists only because a label was
/// once taken for that person would be counted in every n.
class Orphans {
 public:
  /// Notes who speaks now; belongs at the beginning of a change.
  explicit Orphans(Project& project);

  /// Removes those who spoke then and speak no more, unless something is known of them (attributes,
  /// memos). Returns their names.
  std::vector<std::string> remove();

 private:
  Project& project_;
  std::unordered_set<model::ParticipantId> spoke_;
};

}  // namespace themata::study::detail
