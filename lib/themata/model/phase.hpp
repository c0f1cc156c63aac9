#pragma once

#include <string_view>

#include "themata/model/study_info.hpp"

namespace themata::model {

/// Braun and Clarke's phases of thematic analysis, numbered from 1.
inline constexpr int phase_count = 6;

/// What a phase (1 to 6) is called: Braun and Clarke (2006), Qualitative Research in Psychology
/// 3(2), table 1, p. 87; or Braun and Clarke (2022), Thematic Analysis: A Practical Guide, pp.
/// 35-36.
std::string_view phase_name(int phase, PhaseNames names);

}  // namespace themata::model
