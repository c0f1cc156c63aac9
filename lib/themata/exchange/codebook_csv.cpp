#include "themata/exchange/codebook_csv.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/exchange/detail/csv_record.hpp"
#include "themata/exchange/detail/decoded_file.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;
using detail::trimmed;

bool is_all_slashes(std::string_view word) {
  return !word.empty() && word.find_first_not_of('/') == std::string_view::npos;
}

/// Calls `use(piece)` for each piece of `text` between single spaces.
template <class Use>
void for_each_piece(std::string_view text, Use use) {
  while (true) {
    const std::size_t space = text.find(' ');
    use(text.substr(0, space));
    if (space == std::string_view::npos) return;
    text.remove_prefix(space + 1);
  }
}

std::string escaped_name(std::string_view name) {
  std::string escaped;
  for_each_piece(name, [&](std::string_view piece) {
    escaped += piece;
    escaped += is_all_slashes(piece) ? "/ " : " ";
  });
  escaped.pop_back();
  return escaped;
}

/// Columns that go by either of two words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> other_words = {
    {{"code", "name"}, {"description", "definition"}, {"colour", "color"}}};

/// Where the columns of a codebook are.
struct Columns {
  std::optional<std::size_t> theme, subtheme, code, description, includes, excludes, example, color,
      idea;

  explicit Columns(const CsvFile& csv)
      : theme(csv.column("theme")),
        subtheme(csv.column("subtheme")),
        code(either(csv, 0)),
        description(either(csv, 1)),
        includes(csv.column("include")),
        excludes(csv.column("exclude")),
        example(csv.column("example")),
        color(either(csv, 2)),
        idea(csv.column("idea")) {
    if (!theme && !code) {
      throw InputError(csv.name(), csv.header_line(),
                       fmt::format("a codebook needs a column \"code\" or \"theme\"; the columns "
                                   "are {}",
                                   fmt::join(csv.header(), ", ")));
    }
  }

  static std::optional<std::size_t> either(const CsvFile& csv, std::size_t which) {
    const auto found = csv.column(other_words.at(which).first);
    return found ? found : csv.column(other_words.at(which).second);
  }
};

/// Sees to it that a code or a theme is described in one way only.
class Descriptions {
 public:
  /// `what` is the thing as a message names it: `code "Trust"`.
  void check(const CsvRecord& record, const std::string& what, std::string_view description) {
    if (description.empty()) return;
    const auto [first, is_new] =
        first_.try_emplace(what, First{record.line(), std::string(description)});
    if (is_new || first->second.description == description) return;
    record.fail(fmt::format("the {} is described differently on line {}; keep one description",
                            what, first->second.line));
  }

 private:
  struct First {
    std::size_t line;
    std::string description;
  };
  std::unordered_map<std::string, First> first_;
};

std::vector<std::string> theme_path_of(const CsvRecord& record, const Columns& columns) {
  std::vector<std::string> path = split_theme_path(record.cell(columns.theme));
  const std::string_view subtheme = record.cell(columns.subtheme);
  if (path.empty() && !subtheme.empty()) {
    record.fail(fmt::format("the subtheme \"{}\" stands under no theme", subtheme));
  }
  std::vector<std::string> below = split_theme_path(subtheme);
  std::move(below.begin(), below.end(), std::back_inserter(path));
  for (std::string& name : path) name = record.checked_name("theme", name);
  return path;
}

std::string color_of(const CsvRecord& record, const Columns& columns) {
  const std::string_view written = record.cell(columns.color);
  if (written.empty()) return {};
  const auto color = read_color(written);
  if (!color) record.fail(fmt::format("\"{}\" is no colour; write it as #RRGGBB", written));
  return *color;
}

CodebookRow read_row(const CsvRecord& record, const Columns& columns, Descriptions& descriptions) {
  CodebookRow row;
  row.line = record.line();
  row.theme_path = theme_path_of(record, columns);
  row.code = record.cell(columns.code);
  row.description = record.verbatim(columns.description);
  row.includes = record.verbatim(columns.includes);
  row.excludes = record.verbatim(columns.excludes);
  row.example = record.verbatim(columns.example);
  row.idea = record.verbatim(columns.idea);
  row.color = color_of(record, columns);
  if (!row.code.empty()) {
    row.code = record.checked_name("code", row.code);
    descriptions.check(record, fmt::format("code \"{}\"", row.code), row.description);
  } else if (!row.theme_path.empty()) {
    descriptions.check(record, fmt::format("theme \"{}\"", join_theme_path(row.theme_path)),
                       row.description);
  } else {
    record.fail("the row names neither a code nor a theme");
  }
  return row;
}

CodebookRow row_of(const model::Theme& theme, const std::vector<std::string>& path) {
  return {
      0,           path,      "", theme.definition, theme.includes, theme.excludes, theme.example,
      theme.color, theme.idea};
}

CodebookRow row_of(const model::Code& code, const std::vector<std::string>& path) {
  return {0,          path, code.name, code.description, code.includes, code.excludes, code.example,
          code.color, ""};
}

std::vector<std::string> names_down_to(const model::Codebook& codebook, model::ThemeId id) {
  std::vector<std::string> names;
  for (std::optional<model::ThemeId> at = id; at; at = codebook.theme(*at).parent) {
    names.push_back(codebook.theme(*at).name);
  }
  std::reverse(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<CodebookRow> read_codebook(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  std::vector<std::string_view> known = {"theme",   "subtheme", "include",
                                         "exclude", "example",  "idea"};
  for (const auto& [name_of_column, another] : other_words) {
    known.push_back(csv.column(another) ? another : name_of_column);
  }
  detail::refuse_misspelt_columns(csv, known);
  const Columns columns(csv);
  std::vector<CodebookRow> rows;
  Descriptions descriptions;
  for (const CsvRow& row : csv.rows()) {
    const CsvRecord record(csv, row);
    if (!record.blank()) rows.push_back(read_row(record, columns, descriptions));
  }
  return rows;
}

std::vector<CodebookRow> codebook_rows(const model::Codebook& codebook) {
  std::vector<CodebookRow> rows;
  for (const model::Theme& theme : codebook.themes()) {
    const std::vector<std::string> path = names_down_to(codebook, theme.id);
    rows.push_back(row_of(theme, path));
    for (const model::CodeId id : codebook.codes_of(theme.id)) {
      const model::Code& code = codebook.code(id);
      rows.push_back(row_of(code, path));
    }
  }
  for (const model::Code& code : codebook.codes()) {
    if (codebook.themes_of(code.id).empty()) rows.push_back(row_of(code, {}));
  }
  return rows;
}

std::vector<std::string> split_theme_path(std::string_view path) {
  std::vector<std::string> names;
  if (trimmed(path).empty()) return names;
  names.emplace_back();
  for_each_piece(path, [&](std::string_view piece) {
    if (piece == "/") {
      names.emplace_back();
      return;
    }
    if (is_all_slashes(piece)) piece.remove_suffix(1);
    names.back() += piece;
    names.back() += ' ';
  });
  for (std::string& name : names) name = trimmed(name);
  return names;
}

std::string join_theme_path(const std::vector<std::string>& names) {
  std::string path;
  for (const std::string& name : names) {
    if (&name != &names.front()) path += " / ";
    path += escaped_name(name);
  }
  return path;
}

}  // namespace themata::exchange
