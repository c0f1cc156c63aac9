#pragma once

#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// A coding whose excerpt is to be quoted in the report.
struct ChosenExcerpt {
  model::CodingId coding;
  std::string chosen;        ///< when; ISO 8601, UTC
  std::string wording = {};  ///< as it is to be printed; empty: as it is
};

/// In the order in which they are to be quoted.
std::vector<ChosenExcerpt> chosen_excerpts(Database& database);
/// Chooses a coding's excerpt, last of all; false if it was chosen already.
bool choose_excerpt(Database& database, const ChosenExcerpt& excerpt);
/// Sets how a chosen excerpt is to be printed; false if it was so already, or is not chosen.
bool word_chosen_excerpt(Database& database, model::CodingId coding, const std::string& wording);
/// Puts these first, in this order; the others follow in theirs. All must be chosen.
void order_chosen_excerpts(Database& database, const std::vector<model::CodingId>& first);
/// False if it was not chosen.
bool drop_chosen_excerpt(Database& database, model::CodingId coding);

}  // namespace themata::store
