#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/revise_source.hpp"
#include "themata/text/alignment.hpp"

namespace themata::study::detail {

/// Finds for each coding of a source the place in its corrected text, on grapheme boundaries, and
/// says why to look at it again.
class RevisedPlaces {
 public:
  /// Both texts and the turns of the corrected one must outlive it; `flags` are the study's.
  RevisedPlaces(const std::string& before, const std::string& after,
                const std::vector<model::Turn>& turns, const std::vector<store::CodingFlag>& flags);

  /// Without a flag if the coding is on the very same words. Else the flag has the words that its
  /// coder chose: those of a flag that nobody has settled, if there is one, or else its present
  /// ones. A coding that has no place any more goes to the nearest line that somebody says.
  [[nodiscard]] store::MovedCoding place(const model::Coding& coding) const;

  [[nodiscard]] text::Placement place(text::TextRange range) const {
    return alignment_.place(range);
  }

 private:
  [[nodiscard]] text::TextRange nearest_line(text::ByteOffset at) const;
  [[nodiscard]] text::TextRange nearest_turn(text::ByteOffset at) const;

  const std::string& before_;
  const std::string& after_;
  const std::vector<model::Turn>& turns_;
  std::unordered_map<model::CodingId, std::string> chosen_;  // the words of flagged codings
  text::Alignment alignment_;
};

}  // namespace themata::study::detail
