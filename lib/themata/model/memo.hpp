#pragma once

#include <cstdint>
#include <string>

#include "themata/model/id.hpp"

namespace themata::model {

/// What a memo is attached to.
enum class MemoTarget { study, source, code, theme, coding, participant };

/// A note attached to anything.
struct Memo {
  MemoId id;
  std::string guid;
  MemoTarget target = MemoTarget::study;
  std::int64_t target_id = 0;  ///< the id of the noun that `target` names; 0 for the study
  CoderId author;
  std::string text;
};

}  // namespace themata::model
