#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// A distinct bracketed text of the study's present sources.
struct BracketSummary {
  std::string text;  ///< brackets included
  model::AsideKind kind = model::AsideKind::note;
  std::size_t count = 0;
};

/// By falling count, then by text.
std::vector<BracketSummary> bracket_summaries(Database& database);
/// The brackets that the researcher classed, and how, in order of their texts; also those that no
/// present source has.
std::vector<std::pair<std::string, model::AsideKind>> bracket_rules(Database& database);
/// From now on every bracket with this very text is taken so.
void set_bracket(Database& database, const std::string& text, model::AsideKind kind);

}  // namespace themata::store
