#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

struct NewCoding {
  std::string guid;
  model::Segment segment;
  model::CodeId code;
  model::CoderId coder;
  std::string created;  ///< ISO 8601, UTC
  std::string memo;     ///< kept as a memo on the coding unless empty
  std::string memo_guid;
  std::string rule = {};  ///< by which `autocode` applies it; empty: a person does
  /// The id that it had in the study it comes from, and is to have here; it must be free.
  std::optional<model::CodingId> id = std::nullopt;
};

/// Stores codings (sorted by segment for the file's sake). For each, in the caller's order, its id
/// and whether it is new: the same coder's same code on the same segment is there only once; a memo
/// on one that was there is added to it, unless it has that very memo by that coder. One that a
/// rule has made and that now comes without a rule is accepted: it counts as a person's.
struct StoredCoding {
  model::CodingId id;
  bool added = false;
  bool memo_added = false;
  bool accepted = false;  ///< it was there by a rule, and a person applies it now
};
std::vector<StoredCoding> add_codings(Database& database, const std::vector<NewCoding>& codings);

/// Those of `ids` that exist, in order of id.
std::vector<model::Coding> codings(Database& database, const std::vector<model::CodingId>& ids);
/// When a coding was made, and by which rule of `autocode`; no rule: by a person.
struct CodingOrigin {
  std::string created;  ///< ISO 8601, UTC
  std::string rule;
};
/// Those of a source's codings.
std::unordered_map<model::CodingId, CodingOrigin> coding_origins(Database& database,
                                                                 model::SourceId source);
/// True if the coder has the code on this very segment.
bool has_coding(Database& database, const model::Segment& segment, model::CodeId code,
                model::CoderId coder);
/// How many codings apply the code.
std::size_t coding_count(Database& database, model::CodeId code);
/// Removes codings with the memos and the flags on them and their places among chosen excerpts; the
/// ids must exist.
void remove_codings(Database& database, const std::vector<model::CodingId>& ids);

}  // namespace themata::store
