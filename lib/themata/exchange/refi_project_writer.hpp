#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "themata/model/portable_study.hpp"

namespace themata::exchange {

/// For whom a project is written.
enum class RefiDialect {
  strict,     ///< to the letter of the standard
  qualcoder,  ///< the same, in the way that QualCoder's importer needs
};

/// Writes a study as a REFI-QDA project (`.qdpx`, Project.xsd 1.0): texts as UTF-8 without a byte
/// order mark, line ends LF; offsets in code points, the end exclusive. The same study gives the
/// same bytes. Paths of this machine are in none of it.
class RefiProjectWriter {
 public:
  /// `file` is written by `finish` alone, whole or not at all. `study` must outlive the writer.
  RefiProjectWriter(std::filesystem::path file, const model::PortableStudy& study,
                    RefiDialect dialect);
  ~RefiProjectWriter();
  RefiProjectWriter(const RefiProjectWriter&) = delete;
  RefiProjectWriter& operator=(const RefiProjectWriter&) = delete;

  /// Adds a source, whose codings must be in order of their ranges. Its text is not kept: `text`
  /// gives it again when it is written.
  void add(const model::PortableSource& source, std::function<std::string()> text);

  /// Writes the file. Throws `Error` if it cannot be written, or would not be valid, which is a
  /// fault of this program.
  void finish(const std::function<void(double)>& progress = {});

  /// Sentences on what other programs will not see, or see otherwise.
  [[nodiscard]] const std::vector<std::string>& losses() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace themata::exchange
