#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace themata::container {

/// Writes a ZIP archive: the same members in the same order give the same bytes, whatever the time
/// and the time zone.
class ZipWriter {
 public:
  /// Asked for a member's content when it is written, and not before.
  using Content = std::function<std::string()>;

  /// `file` is written by `finish` alone, to a temporary file beside it that takes its place.
  explicit ZipWriter(std::filesystem::path file);
  /// Writes into memory: see `bytes`.
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// Adds a member. `name` has `/` between folders, and is in no folder above the archive.
  void add(const std::string& name, Content content);

  /// Writes the archive. Throws `Error` naming the file if it cannot be written, and whatever a
  /// `Content` throws; then `file` is as it was. `progress` is called with a share from 0 to 1.
  void finish(const std::function<void(double)>& progress = {});

  /// Finishes an archive in memory and returns it.
  std::string bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace themata::container
