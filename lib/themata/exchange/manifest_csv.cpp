#include "themata/exchange/manifest_csv.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "themata/exchange/detail/csv_record.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;

std::optional<model::SourceKind> kind_of(const CsvRecord& record, std::string_view word) {
  if (word.empty()) return std::nullopt;
  const auto kind = model::parse_source_kind(word);
  if (!kind) {
    record.fail(
        fmt::format("\"{}\" is no kind of source; use interview, group, written or diary", word));
  }
  return kind;
}

}  // namespace

std::vector<ManifestEntry> read_manifest(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  detail::refuse_misspelt_columns(csv, {"file", "name", "participant", "occasion", "kind"});
  const std::size_t file = csv.required_column("file");
  const auto source_name = csv.column("name");
  const auto participant = csv.column("participant");
  const auto occasion = csv.column("occasion");
  const auto kind = csv.column("kind");

  std::vector<ManifestEntry> entries;
  std::unordered_map<std::string, std::size_t> lines;
  for (const CsvRow& row : csv.rows()) {
    const CsvRecord record(csv, row);
    if (record.blank()) continue;
    ManifestEntry entry;
    entry.line = record.line();
    entry.file = record.cell(file);
    entry.name = record.cell(source_name);
    entry.participant = record.cell(participant);
    entry.occasion = record.cell(occasion);
    entry.kind = kind_of(record, record.cell(kind));
    if (entry.file.empty()) record.fail("the row names no file");
    const auto [first, is_new] = lines.emplace(entry.file, entry.line);
    if (!is_new) {
      record.fail(fmt::format("the file \"{}\" is already on line {}; list it once", entry.file,
                              first->second));
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace themata::exchange
