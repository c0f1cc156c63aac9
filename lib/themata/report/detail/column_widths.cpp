#include "themata/report/detail/column_widths.hpp"

#include <algorithm>
#include <numeric>

#include "themata/text/display_width.hpp"

namespace themata::report::detail {
namespace {

std::size_t sum(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
}

/// The widths at which the longest cells have about `lines` lines.
std::vector<std::size_t> widths_for(const std::vector<ColumnWidth>& columns, std::size_t lines) {
  std::vector<std::size_t> widths;
  widths.reserve(columns.size());
  for (const ColumnWidth& column : columns) {
    widths.push_back(std::max(column.least, column.natural / lines));
  }
  return widths;
}

}  // namespace

std::size_t widest_piece(std::string_view text, std::string_view separators) {
  std::size_t widest = 0;
  while (true) {
    const std::size_t end = text.find_first_of(separators);
    widest = std::max(widest, text::display_width(text.substr(0, end)));
    if (end == std::string_view::npos) return widest;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::vector<std::size_t>> fit_columns(const std::vector<ColumnWidth>& columns,
                                                    std::size_t available) {
  std::size_t least = 0;
  std::size_t most_lines = 1;
  for (const ColumnWidth& column : columns) {
    least += column.least;
    most_lines = std::max(most_lines, column.natural + 1);
  }
  if (least > available) return std::nullopt;

  std::size_t too_few = 0;  // lines; with `most_lines` every column has its least width
  while (too_few + 1 < most_lines) {
    const std::size_t middle = too_few + (most_lines - too_few) / 2;
    (sum(widths_for(columns, middle)) > available ? too_few : most_lines) = middle;
  }
  std::vector<std::size_t> widths = widths_for(columns, most_lines);
  std::size_t left = available - sum(widths);
  for (std::size_t i = columns.size(); i-- > 0;) {  // long texts stand to the right
    const std::size_t more = std::min(left, columns[i].natural - widths[i]);
    widths[i] += more;
    left -= more;
  }
  return widths;
}

}  // namespace themata::report::detail
