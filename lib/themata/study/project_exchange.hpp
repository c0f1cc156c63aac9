#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "themata/exchange/refi_project_writer.hpp"
#include "themata/model/portable_study.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using exchange::RefiDialect;

/// What was written of a study.
struct ProjectExport {
  std::size_t sources = 0;
  std::size_t codings = 0;
  /// Sentences on what other programs will not see, or see otherwise.
  std::vector<std::string> losses;
};

/// A share of the work that is done, from 0 to 1.
using ExchangeProgress = std::function<void(double share)>;

/// Writes the study as a REFI-QDA project, whole or not at all; see `exchange::RefiProjectWriter`.
/// `origin`: this program and its version. Files as they were imported, and their names, which may
/// tell who people are, are not in it.
ProjectExport export_refi_project(Project& project, const std::filesystem::path& file,
                                  RefiDialect dialect, const std::string& origin,
                                  const ExchangeProgress& progress = {});

struct ProjectImportRequest {
  std::string path;
  /// How the file counts characters (`exchange::parse_offset_convention`); nothing: it is worked
  /// out.
  std::optional<std::string> offsets;
  bool dry_run = false;  ///< tell what would come of it, and change nothing
};

/// What came of a project of another program.
struct ProjectImport {
  std::string origin;  ///< the program that wrote it, as the file says; may be empty
  std::string title;
  std::size_t new_sources = 0;
  std::size_t same_sources = 0;  ///< that the study had
  std::size_t new_codes = 0;
  std::size_t new_themes = 0;
  std::size_t new_participants = 0;
  std::size_t codings = 0;      ///< in the file
  std::size_t new_codings = 0;  ///< the others were there
  std::size_t new_memos = 0;
  /// A way of counting that was worked out, and the sources that are counted so.
  struct Offsets {
    model::PortableOffsets found;  ///< with the numbers of all these sources together
    std::vector<std::string> sources;
  };
  std::vector<Offsets> offsets;
  std::vector<std::string> coders;   ///< who are new
  std::vector<std::string> remarks;  ///< sentences on what a person should look at
  std::vector<std::string> losses;   ///< sentences on what was not brought in
};

/// True for a file that `import_project` reads, by its extension: `.qdpx`, `.qda` (QualCoder),
/// `.rqda`, `.sqlite3` (Taguette).
bool is_project_file(const std::filesystem::path& path);

/// Brings a project of another program into the study: all of it or nothing. Codes, themes,
/// participants and sources that the study has, by GUID or by name, are not made again, and what it
/// says of them stays. Throws `InputError` for a file that is damaged; `Conflict` if the study has
/// another text under the name of one of its sources.
ProjectImport import_project(Project& project, const ProjectImportRequest& request,
                             const ExchangeProgress& progress = {});

}  // namespace themata::study
