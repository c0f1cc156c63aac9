#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/store/sources.hpp"
#include "themata/study/project.hpp"
#include "themata/study/renamed.hpp"

namespace themata::study {

using store::SourceFile;
using store::SourceSummary;

std::vector<SourceSummary> list_sources(Project& project);

/// A source by its name (see `model::find_name`).
model::Source find_source(Project& project, const std::string& name);

SourceFile source_file(Project& project, const model::Source& source);
/// The stored text, and not a byte more.
std::string source_text(Project& project, const model::Source& source);
/// The file as it was imported. Throws `Conflict` if its bytes were let go, because they held names
/// or speech that the study must not.
std::string source_original(Project& project, const model::Source& source);

/// Gives a source another name. Throws `Conflict` if another has it.
Renamed rename_source(Project& project, const std::string& name, const std::string& new_name);

struct SourceChanges {
  std::optional<model::SourceKind> kind;
  std::optional<std::string> occasion;
};
/// Returns false if all was so already.
bool set_source(Project& project, const std::string& name, const SourceChanges& changes);

/// What went with a removed source.
struct RemovedSource {
  std::string name;
  std::size_t codings = 0;
  std::vector<std::string> participants;  ///< who were in no other source and had no attributes
};
RemovedSource remove_source(Project& project, const std::string& name);

}  // namespace themata::study
