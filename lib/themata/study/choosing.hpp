#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// Marks the excerpts of these codings as to be quoted in the report, in this order after those
/// that are marked, or takes the marks away. Returns how many were not marked (or were). Throws
/// `NotFound` for a coding that is not there; then nothing is changed.
std::size_t choose_excerpts(Project& project, const std::vector<std::int64_t>& codings);
std::size_t drop_excerpts(Project& project, const std::vector<std::int64_t>& codings);

/// The codings whose excerpts are marked.
std::unordered_set<model::CodingId> chosen_codings(Project& project);

}  // namespace themata::study
