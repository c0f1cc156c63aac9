#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/term_family.hpp"

namespace themata::test {

/// A pattern in the notation of term lists, for patterns that are written correctly.
inline model::TermPattern pattern(std::string_view written) {
  model::TermPattern made;
  const auto take = [&](std::string_view prefix) {
    const bool there = written.starts_with(prefix);
    if (there) written.remove_prefix(prefix.size());
    return there;
  };
  made.excluded = take("-");
  if (take("code:")) {
    made.kind = model::TermPattern::Kind::code;
    made.words = {std::string(written.substr(1, written.size() - 2))};
    return made;
  }
  if (take("~")) made.kind = model::TermPattern::Kind::stem;
  if (written.starts_with('"')) written = written.substr(1, written.size() - 2);
  std::istringstream words{std::string(written)};
  for (std::string word; words >> word;) made.words.push_back(word);
  return made;
}

inline model::TermFamily family(std::string label, const std::vector<std::string>& patterns) {
  model::TermFamily made{std::move(label), {}};
  for (const auto& written : patterns) made.patterns.push_back(pattern(written));
  return made;
}

}  // namespace themata::test
