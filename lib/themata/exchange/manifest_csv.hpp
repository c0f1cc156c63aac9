#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source.hpp"

namespace themata::exchange {

/// What a manifest says of one file.
struct ManifestEntry {
  std::size_t line = 0;
  std::string file;  ///< as written: relative to the manifest's folder unless absolute
  std::string name;  ///< optional column `name`; empty: the file's stem
  std::string participant;
  std::string occasion;
  std::optional<model::SourceKind> kind;
};

/// Reads a manifest: columns `file`, and optionally `participant`, `occasion`, `kind`, `name`.
/// Throws `InputError` with file and line.
std::vector<ManifestEntry> read_manifest(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
