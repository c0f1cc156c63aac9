#include "themata/analysis/detail/matrix_axis.hpp"

#include <algorithm>
#include <string_view>

namespace themata::analysis::detail {

namespace {

using model::CodeId;
using model::ThemeId;

bool is_selected(const model::Selection& selection, CodeId code) {
  return !selection.codes ||
         std::binary_search(selection.codes->begin(), selection.codes->end(), code);
}

/// How many themes have each name.
std::unordered_map<std::string_view, std::size_t> uses_of_names(const model::Codebook& codebook) {
  std::unordered_map<std::string_view, std::size_t> uses;
  for (const model::Theme& theme : codebook.themes()) ++uses[theme.name];
  return uses;
}

/// The numbers of groups begin at 0, those of lines at 1.
LineNumber line_of(std::size_t group) { return static_cast<LineNumber>(group + 1); }

}  // namespace

AxisLines::AxisLines(const MatrixAxis& axis, const model::Corpus& corpus)
    : axis_(axis), corpus_(corpus), groups_(axis.grouping, corpus) {
  if (axis.of == MatrixAxis::Of::codes) number_codes();
  if (axis.of == MatrixAxis::Of::themes) number_themes();
}

void AxisLines::number_codes() {
  for (const model::Code& code : corpus_.codebook().codes()) {
    const auto number = static_cast<LineNumber>(of_code_.size() + 1);
    of_code_[code.id] = {number};
    if (!is_selected(corpus_.selection(), code.id)) continue;
    coded_lines_.push_back({number, code.name, !code.retired.empty()});
  }
}

void AxisLines::number_themes() {
  const model::Codebook& codebook = corpus_.codebook();
  const auto uses = uses_of_names(codebook);
  std::unordered_map<ThemeId, LineNumber> numbers;
  for (const model::Theme& theme : codebook.themes()) {
    const auto number = static_cast<LineNumber>(numbers.size() + 1);
    numbers.emplace(theme.id, number);
    const auto below = codebook.codes_below(theme.id);
    const bool is_meant =
        !corpus_.selection().codes || std::any_of(below.begin(), below.end(), [&](CodeId code) {
          return is_selected(corpus_.selection(), code);
        });
    if (!is_meant) continue;
    coded_lines_.push_back({number, uses.at(theme.name) > 1 ? codebook.path(theme.id) : theme.name,
                            !theme.retired.empty()});
  }
  for (const model::Code& code : codebook.codes()) {
    std::vector<LineNumber>& lines = of_code_[code.id];
    for (const ThemeId direct : codebook.themes_of(code.id)) {
      for (std::optional<ThemeId> theme = direct; theme; theme = codebook.theme(*theme).parent) {
        lines.push_back(numbers.at(*theme));
      }
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  }
}

bool AxisLines::is_by_person() const {
  return !is_coded() && (axis_.grouping.by == Grouping::By::participant ||
                         axis_.grouping.by == Grouping::By::attribute);
}

void AxisLines::open(const model::SourceData& source) {
  if (!is_coded()) groups_.open(source);
}

const std::vector<LineNumber>& AxisLines::of_code(CodeId code) const { return of_code_.at(code); }

LineNumber AxisLines::of_source() { return line_of(groups_.of_source()); }

LineNumber AxisLines::of_participant(model::ParticipantId who) {
  return line_of(groups_.of_participant(who));
}

LineNumber AxisLines::of_nobody() { return line_of(groups_.of_nobody()); }

LineNumber AxisLines::of_turn(std::size_t turn) { return line_of(groups_.of_turn(turn)); }

std::vector<AxisLines::Line> AxisLines::order() const {
  if (is_coded()) return coded_lines_;
  std::vector<Line> lines;
  for (const GroupFinder::Group& group : groups_.order()) {
    lines.push_back({line_of(group.number), group.name});
  }
  return lines;
}

}  // namespace themata::analysis::detail
