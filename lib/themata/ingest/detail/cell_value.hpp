#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace themata::ingest::detail {

/// What a number format of a workbook makes of a number.
enum class NumberFormat { number, date, time };

/// The format that Excel has built in under a number, as far as it is one of dates or times.
NumberFormat built_in_format(int id);
/// Of a format code such as `yyyy-mm-dd`, `[h]:mm` or `0.00 "days"`.
NumberFormat format_of_code(std::string_view code);

/// A number as a workbook stores it: whole ones without decimals, others in the fewest digits that
/// read back as the same; dates and times as ISO 8601 (`2024-05-03`, `2024-05-03T09:30:00`,
/// `26:05:00`), days counted from 1900 or 1904. What is no number comes back as it is.
std::string shown_number(std::string_view stored, NumberFormat format, bool from_1904);

/// Text of a cell: `_x000D_` and the like undone, line ends LF, control characters left out.
std::string plain_cell_text(std::string_view stored);

/// Row and column of a reference such as `BC12`, both from 0; none if it is no reference within
/// 1,048,576 rows and 16,384 columns.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};
std::optional<CellPlace> cell_place(std::string_view reference);

}  // namespace themata::ingest::detail
