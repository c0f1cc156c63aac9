#include "themata/model/selection.hpp"

#include <algorithm>

namespace themata::model {

namespace {

bool admitted(const std::optional<std::vector<std::string>>& list, const std::string& word) {
  return !list || std::find(list->begin(), list->end(), word) != list->end();
}

template <class Noun>
bool admitted(const std::optional<std::vector<Id<Noun>>>& list, Id<Noun> id) {
  return !list || std::binary_search(list->begin(), list->end(), id);
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
