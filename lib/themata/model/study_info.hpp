#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace themata::model {

/// The kind of thematic analysis (Braun and Clarke 2021): decides which numbers mean something.
enum class Approach { reflexive, codebook, coding_reliability };
std::string_view to_string(Approach approach);  ///< "reflexive", "codebook", "coding-reliability"
std::optional<Approach> parse_approach(std::string_view word);

/// By whose book the six phases are called.
enum class PhaseNames { of_2006, of_2022 };
std::string_view to_string(PhaseNames names);  ///< "2006", "2022"
std::optional<PhaseNames> parse_phase_names(std::string_view word);

struct StudyInfo {
  std::string guid;
  std::string title;
  Approach approach = Approach::reflexive;
  std::string language = "en";  ///< BCP 47
  PhaseNames phase_names = PhaseNames::of_2006;
};

}  // namespace themata::model
