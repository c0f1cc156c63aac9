#pragma once

#include "themata/report/figure.hpp"
#include "themata/report/sheet.hpp"

namespace themata::report {

/// Lays a figure out. The page is `width_mm` wide, a grid's page more if its columns need it, and
/// as high as its rows need. Throws `InputError` if there is nothing to draw, or more than a page
/// can show: more than `most_rows` rows or `most_columns` columns.
Sheet lay_out(const Figure& figure, const TextMeasure& measure);

inline constexpr std::size_t most_rows = 200;
inline constexpr std::size_t most_columns = 120;

}  // namespace themata::report
