#pragma once

#include <string>
#include <utility>
#include <vector>

#include "themata/model/participant.hpp"

namespace themata::study::detail {

/// Pairs of participants whose names differ by a letter at most, marks and spaces aside, so that
/// they may be one person ("Reece, Psy.D", "Reece, PsyD"). Names with digits stand for numbers and
/// are alike by design; short names too; of more than 500 participants none are compared.
std::vector<std::pair<std::string, std::string>> similar_names(
    const std::vector<model::Participant>& participants);

}  // namespace themata::study::detail
