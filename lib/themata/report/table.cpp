#include "themata/report/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

using NamedFormat = std::pair<std::string_view, TableFormat>;

constexpr std::array format_words{
    NamedFormat{"text", TableFormat::text}, NamedFormat{"csv", TableFormat::csv},
    NamedFormat{"tsv", TableFormat::tsv},   NamedFormat{"json", TableFormat::json},
    NamedFormat{"md", TableFormat::md},     NamedFormat{"latex", TableFormat::latex},
    NamedFormat{"html", TableFormat::html}, NamedFormat{"docx", TableFormat::docx},
    NamedFormat{"xlsx", TableFormat::xlsx},
};

constexpr std::array extensions{
    NamedFormat{"txt", TableFormat::text},  NamedFormat{"csv", TableFormat::csv},
    NamedFormat{"tsv", TableFormat::tsv},   NamedFormat{"json", TableFormat::json},
    NamedFormat{"md", TableFormat::md},     NamedFormat{"tex", TableFormat::latex},
    NamedFormat{"html", TableFormat::html}, NamedFormat{"htm", TableFormat::html},
    NamedFormat{"docx", TableFormat::docx}, NamedFormat{"xlsx", TableFormat::xlsx},
};

// The superscript letters of Unicode; it has none for q.
constexpr std::array raised_letters{"ᵃ", "ᵇ", "ᶜ", "ᵈ", "ᵉ", "ᶠ", "ᵍ", "ʰ",
                                    "ⁱ", "ʲ", "ᵏ", "ˡ", "ᵐ", "ⁿ", "ᵒ", "ᵖ"};

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

bool is_rows_only(TableFormat format) {
  return format == TableFormat::csv || format == TableFormat::tsv || format == TableFormat::json;
}

bool is_binary(TableFormat format) {
  return format == TableFormat::docx || format == TableFormat::xlsx;
}

std::vector<TableFoot::Footnote> footnotes_of(const std::vector<Column>& columns) {
  std::vector<TableFoot::Footnote> footnotes;
  for (const Column& column : columns) {
    if (column.footnote.empty()) continue;
    footnotes.push_back({static_cast<char>('a' + footnotes.size()), column.footnote});
  }
  return footnotes;
}

std::string raised(char letter) {
  return raised_letters.at(static_cast<std::size_t>(letter - 'a'));
}

std::string marked_name(const std::vector<Column>& columns, std::size_t column) {
  const std::string& name = columns[column].name;
  if (columns[column].footnote.empty()) return name;
  const auto before =
      std::count_if(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(column),
                    [](const Column& one) { return !one.footnote.empty(); });
  return name + raised(static_cast<char>('a' + before));
}

ColumnNames::ColumnNames(const std::vector<Column>& columns) {
  for (const Column& column : columns) taken_.insert(column.name);
}

std::string ColumnNames::take(const std::string& wanted) {
  std::string name = wanted;
  for (std::size_t number = 2; !taken_.insert(name).second; ++number) {
    name = fmt::format("{} ({})", wanted, number);
  }
  return name;
}

void TableWriter::begin(const std::vector<Column>& columns, const std::string& title) {
  footnotes_ = footnotes_of(columns);
  start(columns, title);
}

void TableWriter::finish(const std::vector<std::string>& note) { end({note, footnotes_}); }

void write_table(const Table& table, TableWriter& writer) {
  writer.begin(table.columns, table.title);
  for (const auto& row : table.rows) writer.row(row);
  writer.finish(table.note);
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
    case TableFormat::latex:
      return detail::make_latex_writer(out);
    case TableFormat::html:
      return detail::make_html_writer(out);
    case TableFormat::docx:
      return detail::make_docx_writer(out);
    case TableFormat::xlsx:
      throw Error("an Excel workbook is written by the spreadsheet layer");
    case TableFormat::text:
      break;
  }
  return options.passages ? detail::make_passage_writer(out, options)
                          : detail::make_text_writer(out, options);
}

}  // namespace themata::report
