#pragma once

#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>

namespace themata::cli {

/// Where a result goes: standard output, or a file that is written whole or not at all (beside its
/// final name, then renamed over it).
class OutputFile {
 public:
  /// Without a path: standard output. Throws `Error` if the file cannot be made.
  explicit OutputFile(std::optional<std::string> path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  /// Puts the file into its place. Throws `Error` if not all could be written.
  void finish();

 private:
  std::optional<std::string> path_;
  std::string temporary_;
  std::ofstream file_;
  bool finished_ = false;
};

}  // namespace themata::cli
