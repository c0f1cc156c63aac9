#include "themata/report/detail/theme_tree_labels.hpp"

#include "themata/text/plural.hpp"

namespace themata::report::detail {

std::string counts_label(std::size_t participants, std::size_t excerpts) {
  return " (" + text::plural(participants, "participant") + ", " +
         text::plural(excerpts, "excerpt") + ")";
}

const std::string& speaker_of(const model::ThemeTree::Excerpt& excerpt) {
  return excerpt.participant.empty() ? excerpt.source : excerpt.participant;
}

}  // namespace themata::report::detail
