#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "themata/study/import.hpp"

namespace themata::study::detail {

/// A file to import and what the request and the manifest say of it.
struct FileToImport {
  std::filesystem::path path;
  std::string source;  ///< the name it is to have
  std::optional<std::string> participant;
  std::string occasion;
  model::SourceKind kind = model::SourceKind::interview;
};

/// The files that a request means, in order; what is left aside is told in `passed_over`.
std::vector<FileToImport> files_to_import(const ImportRequest& request,
                                          std::vector<std::string>& passed_over);

/// True for a Markdown file by its name.
bool is_markdown(const std::filesystem::path& path);

}  // namespace themata::study::detail
