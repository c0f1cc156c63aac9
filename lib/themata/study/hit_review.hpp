#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/term_family.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// One hit of a family, in its context, and what was decided of it.
struct ReviewHit {
  KwicLine line;
  model::Segment place;
  std::optional<bool> left_out;  ///< nothing: not decided yet
  std::string reason;
  std::string coder;  ///< who decided
};

/// A family's hits in the selected speech, in the study's order: all that its forms meet, decided or
/// not, with so many words on either side. The label is found as names are. The filter must not
/// select codes, themes or coders: of overlapping excerpts it would let others be hits.
struct FamilyReview {
  model::StoredFamily family;
  std::vector<ReviewHit> hits;

  [[nodiscard]] std::size_t kept() const;
  [[nodiscard]] std::size_t left_out() const;
};
FamilyReview review_of(Project& project, const Filter& filter, const std::string& label,
                       std::size_t window);

/// Decides one hit, in a change of its own, so that nothing is lost when a review breaks off.
/// Nothing for `left_out`: undecided again. `coder` decides, if it is not whoever works.
void decide(Project& project, const model::StoredFamily& family, const ReviewHit& hit,
            std::optional<bool> left_out, const std::string& reason,
            const std::string& coder = {});

/// `terms review --from`: decisions from a CSV table with the columns source, start, end, decision
/// ("kept", "left out", or empty: undecided) and perhaps reason, as `--export` writes them. All rows
/// or none: throws `InputError` for a row whose place is no hit of the family. Returns how many hits
/// are decided otherwise now.
std::size_t import_decisions(Project& project, const std::string& label, const std::string& path);

}  // namespace themata::study
