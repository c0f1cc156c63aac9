#include "themata/study/project_exchange.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/refi_project_reader.hpp"
#include "themata/ingest/file_format.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/foreign/foreign_project.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/stable_view.hpp"
#include "themata/study/detail/portable_export.hpp"
#include "themata/study/detail/portable_import.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

std::string extension_of(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return extension;
}

std::string text_of_document(std::string_view bytes, const std::string& name) {
  const auto format = ingest::format_of_extension(extension_of(name));
  if (!format) {
    throw InputError(fmt::format("{} is of a kind that Themata does not read", name));
  }
  return ingest::read_document(bytes, *format).text;
}

std::unique_ptr<model::PortableReader> open_reader(const ProjectImportRequest& request) {
  const std::filesystem::path path(request.path);
  if (!std::filesystem::exists(path)) throw InputError(request.path, "there is no such file");
  if (extension_of(path) != ".qdpx") return store::open_foreign_project(path);
  exchange::RefiReadOptions options;
  if (request.offsets) options.offsets = exchange::parse_offset_convention(*request.offsets);
  options.text_of_document = text_of_document;
  return exchange::open_refi_project(path, options);
}

}  // namespace

ProjectExport export_refi_project(Project& project, const std::filesystem::path& file,
                                  RefiDialect dialect, const std::string& origin,
                                  const ExchangeProgress& progress) {
  store::Database& database = project.database();
  const store::StableView view(database);
  detail::PortableExport portable(project, origin);
  exchange::RefiProjectWriter writer(file, portable.study(), dialect);
  ProjectExport result;
  const auto corpus = store::open_corpus(database, {});
  model::SourceData data;
  while (corpus->next(data)) {
    const model::PortableSource source = portable.source(data);
    result.codings += source.codings.size();
    ++result.sources;
    writer.add(source,
               [&database, id = data.source.id] { return store::source_text(database, id); });
  }
  writer.finish(progress);
  result.losses = writer.losses();
  return result;
}

bool is_project_file(const std::filesystem::path& path) {
  const std::string extension = extension_of(path);
  return extension == ".qdpx" || store::is_foreign_project(extension);
}

ProjectImport import_project(Project& project, const ProjectImportRequest& request,
                             const ExchangeProgress& progress) {
  const auto reader = open_reader(request);
  ProjectImport report;
  Edit edit(project, "import");
  detail::PortableImport(project, edit, *reader, report).run(progress);
  if (request.dry_run) return report;
  edit.commit(fmt::format("{} and {} from a project{}", text::plural(report.new_sources, "source"),
                          text::plural(report.new_codings, "coding"),
                          report.origin.empty() ? "" : " of " + report.origin));
  return report;
}

}  // namespace themata::study
