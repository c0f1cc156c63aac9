#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "themata/store/coding_flags.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using store::CodingFlag;

/// The flags of the codings that have one.
std::unordered_map<model::CodingId, CodingFlag> flags_by_coding(Project& project);

/// Takes the flags of these codings away, once somebody has looked at them. Throws `NotFound` if a
/// coding does not exist or has no flag; then all stay. Returns how many there were.
std::size_t clear_flags(Project& project, const std::vector<std::int64_t>& codings);

}  // namespace themata::study
