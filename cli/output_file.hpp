#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>

namespace themata::cli {

/// Where a result goes: standard output, or a file that is written whole or not at all (beside its
/// final name, then renamed over it; what a symbolic link points to, if it is one). A file that is
/// replaced passes its permissions on. What is there and no plain file, such as /dev/stdout or a
/// pipe, is written to as it is. A study is never written over.
class OutputFile {
 public:
  /// Without a path: standard output. Throws `Error` if the file cannot be made, or is a study's.
  explicit OutputFile(std::optional<std::string> path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  /// Where a library that writes files itself is to write; then `finish` puts it into its place.
  /// Throws `Error` for standard output, a pipe or a device.
  [[nodiscard]] const std::filesystem::path& path_to_write();
  /// Puts the file into its place. Throws `Error` if not all could be written.
  void finish();

 private:
  void open(const std::filesystem::path& file);

  std::optional<std::string> path_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;  // empty: written in place
  std::ofstream file_;
  bool finished_ = false;
};

}  // namespace themata::cli
