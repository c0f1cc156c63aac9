#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "themata/ingest/file_format.hpp"
#include "themata/study/import.hpp"

namespace themata::study::detail {

/// A file to import and what the request and the manifest say of it.
struct FileToImport {
  std::filesystem::path path;
  ingest::FileFormat format = ingest::FileFormat::plain_text;
  std::string source;  ///< the name it is to have
  std::optional<std::string> participant;
  std::string occasion;
  model::SourceKind kind = model::SourceKind::interview;
  std::optional<std::string> own_labels;  ///< see `ingest::ReadOptions`
};

/// The files that a request means, in order; what is left aside is told in `passed_over`.
std::vector<FileToImport> files_to_import(const ImportRequest& request,
                                          std::vector<std::string>& passed_over);

}  // namespace themata::study::detail
