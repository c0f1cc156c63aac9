#include "themata/study/codebook_exchange.hpp"

#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/codebook_csv.hpp"
#include "themata/store/codebook.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using exchange::CodebookRow;

void take_row(Project& project, const CodebookRow& row, detail::CodebookBuilder& builder,
              std::size_t& assigned) {
  store::Database& database = project.database();
  if (row.code.empty()) {
    const model::ThemeId theme = builder.theme(row.theme_path);
    if (!row.description.empty()) store::define_theme(database, theme, row.description);
    return;
  }
  const model::CodeId code = builder.code(row.code);
  if (!row.description.empty()) store::describe_code(database, code, row.description);
  if (row.theme_path.empty()) return;
  assigned += builder.assign(builder.theme(row.theme_path), code) ? 1 : 0;
}

/// Codes and themes that were there before and now say something else of themselves.
std::size_t described(const model::Codebook& before, const model::Codebook& after) {
  std::size_t changed = 0;
  for (const model::Code& code : before.codes()) {
    changed += after.code(code.id).description != code.description ? 1 : 0;
  }
  for (const model::Theme& theme : before.themes()) {
    changed += after.theme(theme.id).definition != theme.definition ? 1 : 0;
  }
  return changed;
}

}  // namespace

CodebookImport import_codebook(Project& project, const std::string& path) {
  const std::vector<CodebookRow> rows = exchange::read_codebook(path, read_file(path));
  Edit edit(project, "codebook import");
  const model::Codebook before = codebook(project);
  detail::CodebookBuilder builder(project, true);
  CodebookImport outcome;
  for (const CodebookRow& row : rows) {
    try {
      take_row(project, row, builder, outcome.assigned);
    } catch (const StoreError&) {
      throw;
    } catch (const Error& error) {
      throw InputError(path, row.line, error.what());
    }
  }
  outcome.new_codes = builder.new_codes();
  outcome.new_themes = builder.new_themes();
  outcome.described = described(before, codebook(project));
  edit.commit(fmt::format("{}, {}", text::plural(outcome.new_codes.size(), "new code"),
                          text::plural(outcome.new_themes.size(), "new theme")));
  return outcome;
}

std::vector<CodebookLine> export_codebook(Project& project) {
  std::vector<CodebookLine> lines;
  for (CodebookRow& row : exchange::codebook_rows(codebook(project))) {
    lines.push_back({exchange::join_theme_path(row.theme_path), std::move(row.code),
                     std::move(row.description)});
  }
  return lines;
}

}  // namespace themata::study
