#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "themata/model/id.hpp"
#include "themata/text/offsets.hpp"

namespace themata::model {

/// What a memo is attached to.
enum class MemoTarget { study, source, code, theme, coding, participant, turn };

/// A note attached to anything.
struct Memo {
  MemoId id;
  std::string guid;
  MemoTarget target = MemoTarget::study;
  /// The id of the noun that `target` names; 0 for the study; for a turn that of its source.
  std::int64_t target_id = 0;
  CoderId author;
  std::string text;
  std::string created = {};                            ///< ISO 8601, UTC
  std::optional<text::TextRange> turn = std::nullopt;  ///< of a memo on a turn: the turn's text
};

/// "study", "source", ... as in the store and in tables.
std::string_view to_string(MemoTarget target);
std::optional<MemoTarget> parse_memo_target(std::string_view word);

}  // namespace themata::model
