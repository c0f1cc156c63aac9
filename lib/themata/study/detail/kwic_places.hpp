#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "themata/analysis/kwic.hpp"
#include "themata/model/coding.hpp"
#include "themata/study/project.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::study::detail {

/// Turns the places of KWIC lines into segments. Quick where the lines come source by source.
class KwicPlaces {
 public:
  explicit KwicPlaces(Project& project);
  model::Segment of(const analysis::KwicLine& line);

 private:
  Project& project_;
  std::unordered_map<std::string, model::SourceId> ids_;
  std::string source_;  // the one at hand
  std::string text_;
  std::optional<text::OffsetIndex> offsets_;
};

}  // namespace themata::study::detail
