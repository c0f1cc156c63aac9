#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
  std::string created;  ///< ISO 8601, UTC
};

/// Which memos are asked for; what is empty asks for all.
struct MemoFilter {
  std::string target;  ///< "coding", "code", ...
  std::string coder;   ///< by this very name
  std::string words;   ///< that the memo, or the name of what it is on, has; whatever the case
};

/// Oldest first.
std::vector<MemoLine> list_memos(Project& project, const MemoFilter& filter = {});

/// What a memo is to be on: exactly one of these, or nothing for the study itself.
struct MemoPlace {
  std::optional<std::string> source;
  std::optional<std::size_t> turn;  ///< of the source, from 1
  std::optional<std::string> code;
  std::optional<std::string> theme;
  std::optional<std::string> participant;
  std::optional<std::int64_t> coding;
};

/// Attaches a memo. Throws `NotFound` for what is not there, `InputError` for a memo without words
/// or on two things, or for a turn there is not.
MemoLine add_memo(Project& project, const MemoPlace& place, const std::string& text);

/// Puts other words in a memo's place, or takes it away. Throws `NotFound`.
MemoLine rewrite_memo(Project& project, std::int64_t id, const std::string& text);
MemoLine remove_memo(Project& project, std::int64_t id);

}  // namespace themata::study
