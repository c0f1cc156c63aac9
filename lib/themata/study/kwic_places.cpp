#include "themata/study/detail/kwic_places.hpp"

#include "themata/store/sources.hpp"

namespace themata::study::detail {

KwicPlaces::KwicPlaces(Project& project) : project_(project) {
  for (const model::Source& source : store::sources(project.database())) {
    ids_.emplace(source.name, source.id);
  }
}

model::Segment KwicPlaces::of(const analysis::KwicLine& line) {
  if (line.source != source_) {
    source_ = line.source;
    text_ = store::source_text(project_.database(), ids_.at(source_));
    offsets_.emplace(text_);
  }
  return {ids_.at(source_), offsets_->bytes(line.range)};
}

}  // namespace themata::study::detail
