#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "themata/container/zip_archive.hpp"
#include "themata/exchange/detail/xml_document.hpp"

namespace themata::exchange::detail {

/// A `.qdpx` file: its one `.qde`, and the files that it names. What is read from the disk beside
/// the archive is only what lies in the archive's own folder or below.
class ProjectPackage {
 public:
  /// Throws `InputError` for what is no ZIP archive, or has no `.qde` or several.
  explicit ProjectPackage(const std::filesystem::path& file);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The `.qde`.
  [[nodiscard]] std::string project();

  /// The bytes of the file that a path of the project names (`internal://GUID.txt`,
  /// `relative:///notes/a.txt`); nothing if there is none, or if it may not be read. Throws
  /// `InputError` for one that is damaged or larger than it may be.
  std::optional<std::string> read(std::string_view path);
  /// Its size in bytes; 0 if it is not in the archive.
  [[nodiscard]] std::size_t size_of(std::string_view path) const;
  /// The name of the file that the path ends with.
  static std::string file_name(std::string_view path);

 private:
  [[nodiscard]] std::string member_of(std::string_view path) const;
  [[nodiscard]] std::optional<std::string> read_beside(std::string_view path) const;

  std::filesystem::path file_;
  std::string name_;
  container::ZipArchive archive_;
};

}  // namespace themata::exchange::detail
