#pragma once

#include <string>
#include <vector>

#include "themata/model/memo.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A memo with the names of what it is attached to.
struct MemoLine {
  model::MemoId id;
  std::string target;  ///< "coding", "code", ...
  std::string name;    ///< of what it is on; for a coding its code and source
  std::string coder;
  std::string text;
};

/// All memos, oldest first.
std::vector<MemoLine> list_memos(Project& project);

}  // namespace themata::study
