#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/model/checklist.hpp"
#include "themata/study/project.hpp"
#include "themata/study/statements.hpp"

namespace themata::study {

/// A point of the checklist with what the record has on it and what a person said.
struct ChecklistItem {
  model::ChecklistPoint point;
  std::vector<std::string> record;  ///< sentences; never a judgement
  std::optional<StandingStatement> said;
};

/// A word of the method in a definition or a memo.
struct WordRemark {
  std::string topic;  ///< "emerge:memo-4", by which it can be dismissed; "emerge" dismisses all
  std::string place;  ///< "memo 4", "the definition of the theme 2.1 Trust"
  std::string words;  ///< the word among its neighbours
  std::string remark;
  std::optional<StandingStatement> said;
};

struct Checklist {
  std::vector<ChecklistItem> items;
  std::vector<WordRemark> remarks;  ///< in an approach that is not reflexive only on "emerge"
  std::optional<StandingStatement> information_power;
};

/// The fifteen points. Reads each source a few times.
Checklist checklist(Project& project);

}  // namespace themata::study
