#pragma once

#include <cstddef>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// What became of codings that got another code.
struct Recoded {
  std::size_t codings = 0;  ///< all of them
  std::size_t joined = 0;   ///< those that the coder had with the other code already
};

/// Gives codings another code. Where the same coder has that code on the same segment already, the
/// two become one, with the memos, the flag and the choice of both. The ids must exist.
Recoded recode(Database& database, const std::vector<model::CodingId>& codings, model::CodeId code);

/// All codings of a code, in order of id.
std::vector<model::CodingId> codings_of_code(Database& database, model::CodeId code);

}  // namespace themata::store
