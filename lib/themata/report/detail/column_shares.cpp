#include "themata/report/detail/column_shares.hpp"

#include <algorithm>
#include <numeric>

#include "themata/report/detail/column_widths.hpp"

namespace themata::report::detail {

namespace {

constexpr std::size_t longest_looked_at = 2000;  ///< bytes of a cell: more share nothing more
constexpr std::size_t widest_word = 14;          ///< longer ones may be broken

/// The beginning of a text, cut before a character and not within one.
std::string_view beginning(std::string_view text) {
  if (text.size() <= longest_looked_at) return text;
  std::size_t end = longest_looked_at;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

void widen(ColumnWidth& width, std::string_view text, bool is_number) {
  const std::string_view looked_at = beginning(text);
  width.natural = std::max(width.natural, widest_piece(looked_at, "\n"));
  const std::size_t word = widest_piece(looked_at, " \n");
  width.least = std::max(width.least, is_number ? word : std::min(word, widest_word));
}

}  // namespace

ColumnShares share_width(const Table& table, std::size_t characters, std::size_t margin) {
  const std::size_t count = table.columns.size();
  std::vector<ColumnWidth> sizes(count);
  for (std::size_t i = 0; i < count; ++i) widen(sizes[i], marked_name(table.columns, i), false);
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto* text = std::get_if<std::string>(&row[i]);
      widen(sizes[i], text ? *text : to_string(row[i]), text == nullptr);
    }
  }
  std::size_t natural = 0;
  for (ColumnWidth& size : sizes) {
    size.natural += margin;
    size.least += margin;
    natural += size.natural;
  }
  std::vector<std::size_t> widths;
  if (const auto fitting = fit_columns(sizes, characters)) {
    widths = *fitting;
  } else {
    for (const ColumnWidth& size : sizes) widths.push_back(std::max<std::size_t>(size.least, 1));
  }
  const auto sum =
      static_cast<double>(std::accumulate(widths.begin(), widths.end(), std::size_t{}));
  const double whole = std::max(sum, static_cast<double>(characters));
  ColumnShares result{{}, natural > characters};
  for (const std::size_t width : widths) {
    result.shares.push_back(whole > 0 ? static_cast<double>(width) / whole : 0);
  }
  return result;
}

}  // namespace themata::report::detail
