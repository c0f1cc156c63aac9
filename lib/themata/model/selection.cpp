#include "themata/model/selection.hpp"

#include <algorithm>

namespace themata::model {

namespace {

template <class Thing>
bool admitted(const std::optional<std::vector<Thing>>& list, const Thing& thing) {
  return !list || std::find(list->begin(), list->end(), thing) != list->end();
}

}  // namespace

bool Selection::admits(const Source& source) const {
  return admitted(sources, source.id) && admitted(occasions, source.occasion);
}

bool Selection::admits(ParticipantId participant) const {
  return admitted(participants, participant);
}

bool Selection::admits(const Coding& coding) const {
  return admitted(coders, coding.coder) && admitted(codes, coding.code);
}

}  // namespace themata::model
