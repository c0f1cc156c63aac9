#include "themata/report/detail/theme_tree_labels.hpp"

#include <fmt/format.h>

namespace themata::report::detail {

std::string counts_label(std::size_t participants, std::size_t excerpts) {
  return fmt::format(" ({} participant{}, {} excerpt{})", participants,
                     participants == 1 ? "" : "s", excerpts, excerpts == 1 ? "" : "s");
}

const std::string& speaker_of(const model::ThemeTree::Excerpt& excerpt) {
  return excerpt.participant.empty() ? excerpt.source : excerpt.participant;
}

}  // namespace themata::report::detail
