#pragma once

#include <cstdint>
#include <string>

#include "themata/model/id.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Removes the codings whose `column` of the table `coding` is `id`, with the memos and flags on
/// them and their places among the chosen excerpts.
void remove_codings_of(Database& database, const std::string& column, std::int64_t id);

/// Gives the memos, the flag and the choice of a coding to another, which says the same, and removes
/// it.
void join_codings(Database& database, model::CodingId coding, model::CodingId same);

}  // namespace themata::store
