#include "themata/study/codebook_exchange.hpp"

#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/codebook_csv.hpp"
#include "themata/exchange/refi_codebook.hpp"
#include "themata/exchange/theme_tree_xml.hpp"
#include "themata/store/codebook.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/detail/portable_export.hpp"
#include "themata/study/detail/portable_import.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/study/project_exchange.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using exchange::CodebookRow;

/// Lets what the file says take the place of what is said.
void take_scope(const CodebookRow& row, std::string& includes, std::string& excludes,
                std::string& example, std::string& color) {
  if (!row.includes.empty()) includes = row.includes;
  if (!row.excludes.empty()) excludes = row.excludes;
  if (!row.example.empty()) example = row.example;
  if (!row.color.empty()) color = row.color;
}

/// Codes and themes as the file's rows so far have made them.
class RowTaker {
 public:
  RowTaker(Project& project, detail::CodebookBuilder& builder)
      : project_(project), builder_(builder) {
    const model::Codebook before = codebook(project);
    for (const model::Code& code : before.codes()) codes_.emplace(code.id, code);
    for (const model::Theme& theme : before.themes()) themes_.emplace(theme.id, theme);
  }

  void take(const CodebookRow& row, std::size_t& assigned) {
    if (row.code.empty()) {
      const model::ThemeId id = builder_.theme(row.theme_path);
      model::Theme& theme = themes_[id];
      theme.id = id;
      if (!row.description.empty()) theme.definition = row.description;
      if (!row.idea.empty()) theme.idea = row.idea;
      take_scope(row, theme.includes, theme.excludes, theme.example, theme.color);
      store::define_theme(project_.database(), theme);
      return;
    }
    const model::CodeId id = builder_.code(row.code);
    model::Code& code = codes_[id];
    code.id = id;
    if (!row.description.empty()) code.description = row.description;
    take_scope(row, code.includes, code.excludes, code.example, code.color);
    store::describe_code(project_.database(), code);
    if (row.theme_path.empty()) return;
    assigned += builder_.assign(builder_.theme(row.theme_path), id) ? 1 : 0;
  }

 private:
  Project& project_;
  detail::CodebookBuilder& builder_;
  std::unordered_map<model::CodeId, model::Code> codes_;
  std::unordered_map<model::ThemeId, model::Theme> themes_;
};

bool differ(const model::Code& a, const model::Code& b) {
  return std::tie(a.description, a.includes, a.excludes, a.example, a.color) !=
         std::tie(b.description, b.includes, b.excludes, b.example, b.color);
}

bool differ(const model::Theme& a, const model::Theme& b) {
  return std::tie(a.definition, a.idea, a.includes, a.excludes, a.example, a.color) !=
         std::tie(b.definition, b.idea, b.includes, b.excludes, b.example, b.color);
}

/// Codes and themes that were there before and now say something else of themselves.
std::size_t described(const model::Codebook& before, const model::Codebook& after) {
  std::size_t changed = 0;
  for (const model::Code& code : before.codes()) {
    changed += differ(after.code(code.id), code) ? 1 : 0;
  }
  for (const model::Theme& theme : before.themes()) {
    changed += differ(after.theme(theme.id), theme) ? 1 : 0;
  }
  return changed;
}

CodebookImport merge(Project& project, exchange::RefiCodebook read) {
  Edit edit(project, "codebook import");
  const detail::CodebookMerge merged(project, read.codebook, detail::Prevails::file);
  CodebookImport outcome;
  outcome.new_codes = merged.new_codes();
  outcome.new_themes = merged.new_themes();
  outcome.assigned = merged.assigned();
  outcome.described = merged.described();
  outcome.remarks = std::move(read.remarks);
  edit.commit(fmt::format("{}, {}", text::plural(outcome.new_codes.size(), "new code"),
                          text::plural(outcome.new_themes.size(), "new theme")));
  return outcome;
}

}  // namespace

CodebookImport import_codebook(Project& project, const std::string& path) {
  if (path.ends_with(".qdc") || path.ends_with(".QDC")) {
    return merge(project, exchange::read_refi_codebook(path, read_file(path)));
  }
  if (path.ends_with(".xml") || path.ends_with(".XML")) {
    return merge(project, {exchange::read_theme_tree_xml(path, read_file(path)), {}});
  }
  if (is_project_file(path)) {
    throw InputError(path, "is a project; themata import reads it, its codebook included");
  }
  const std::vector<CodebookRow> rows = exchange::read_codebook(path, read_file(path));
  Edit edit(project, "codebook import");
  const model::Codebook before = codebook(project);
  detail::CodebookBuilder builder(project, true);
  RowTaker taker(project, builder);
  CodebookImport outcome;
  for (const CodebookRow& row : rows) {
    try {
      taker.take(row, outcome.assigned);
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
                     std::move(row.description), std::move(row.includes), std::move(row.excludes),
                     std::move(row.example), std::move(row.color), std::move(row.idea)});
  }
  return lines;
}

std::vector<std::string> export_refi_codebook(Project& project, std::ostream& out,
                                              const std::string& origin) {
  model::PortableStudy study = detail::PortableExport(project, origin).study();
  for (auto& code : study.codebook.codes) code.memos.clear();
  for (auto& theme : study.codebook.themes) theme.label.memos.clear();
  return exchange::write_refi_codebook(study, out);
}

}  // namespace themata::study
