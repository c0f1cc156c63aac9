#pragma once

#include "cli/context.hpp"
#include "themata/study/hit_review.hpp"

namespace themata::cli {

/// Steps through the hits of a family on a terminal: shows each in its context and takes a key for
/// what is decided of it. Every decision is stored at once. Hits that are decided are passed
/// over, unless `all`.
void review_on_terminal(const Context& context, study::Project& project,
                        study::FamilyReview review, bool all);

}  // namespace themata::cli
