#pragma once

#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// A mark on a coding that somebody should look at again.
struct CodingFlag {
  model::CodingId coding;
  std::string excerpt;  ///< the words that it was on
  std::string reason;   ///< a few words, for people
  std::string flagged;  ///< when; ISO 8601, UTC
};

/// All flags of the study, in order of the codings' ids.
std::vector<CodingFlag> coding_flags(Database& database);
/// Those on the codings of one source; no other coding is looked at.
std::vector<CodingFlag> coding_flags(Database& database, model::SourceId source);

/// Flags a coding, which must exist; a flag that it has gives way.
void flag_coding(Database& database, const CodingFlag& flag);

/// Takes a flag away. False if the coding has none.
bool clear_flag(Database& database, model::CodingId coding);

}  // namespace themata::store
