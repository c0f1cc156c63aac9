#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace themata::model {

/// The kind of thematic analysis (Braun and Clarke 2021): decides which numbers mean something.
enum class Approach { reflexive, codebook, coding_reliability };
std::string_view to_string(Approach approach);  ///< "reflexive", "codebook", "coding-reliability"
std::optional<Approach> parse_approach(std::string_view word);

struct StudyInfo {
  std::string guid;
  std::string title;
  Approach approach = Approach::reflexive;
  std::string language = "en";  ///< BCP 47
};

}  // namespace themata::model
