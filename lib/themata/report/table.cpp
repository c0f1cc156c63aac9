#include "themata/report/table.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

using NamedFormat = std::pair<std::string_view, TableFormat>;

constexpr std::array format_words{
    NamedFormat{"text", TableFormat::text}, NamedFormat{"csv", TableFormat::csv},
    NamedFormat{"tsv", TableFormat::tsv},   NamedFormat{"json", TableFormat::json},
    NamedFormat{"md", TableFormat::md},
};

constexpr std::array extensions{
    NamedFormat{"txt", TableFormat::text}, NamedFormat{"csv", TableFormat::csv},
    NamedFormat{"tsv", TableFormat::tsv},  NamedFormat{"json", TableFormat::json},
    NamedFormat{"md", TableFormat::md},
};

template <std::size_t N>
std::optional<TableFormat> find(const std::array<NamedFormat, N>& formats, std::string_view word) {
  for (const auto& [name, format] : formats) {
    if (name == word) return format;
  }
  return std::nullopt;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string to_string(const Decimal& decimal) {
  if (!decimal.value || !std::isfinite(*decimal.value)) return "undefined";
  std::string digits = fmt::format("{:.{}f}", *decimal.value, decimal.places);
  if (digits.front() == '-' && digits.find_first_not_of("-0.") == std::string::npos) {
    digits.erase(0, 1);
  }
  return digits;
}

std::string to_string(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return to_string(std::get<Decimal>(cell));
}

std::optional<TableFormat> parse_table_format(std::string_view word) {
  return find(format_words, word);
}

std::optional<TableFormat> table_format_of(std::string_view file_name) {
  const std::size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return find(extensions, ascii_lower(file_name.substr(dot + 1)));
}

std::unique_ptr<TableWriter> make_table_writer(TableFormat format, std::ostream& out,
                                               const WriterOptions& options) {
  switch (format) {
    case TableFormat::csv:
      return detail::make_delimited_writer(out, ',');
    case TableFormat::tsv:
      return detail::make_delimited_writer(out, '\t');
    case TableFormat::json:
      return detail::make_json_writer(out);
    case TableFormat::md:
      return detail::make_markdown_writer(out);
    case TableFormat::text:
      break;
  }
  return options.passages ? detail::make_passage_writer(out, options)
                          : detail::make_text_writer(out, options);
}

}  // namespace themata::report
