#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "themata/container/zip_archive.hpp"

namespace themata::ingest::detail {

/// An Office Open XML file (ECMA-376 part 2): parts in a ZIP archive, found by what they are to
/// each other and not by their names.
class OpcPackage {
 public:
  /// `bytes` must outlive the package. Throws `InputError`.
  explicit OpcPackage(std::string_view bytes) : archive_(bytes) {}

  /// The name of the part that the file is about, if its kind of content has `kind` in its name
  /// (`wordprocessingml`). Throws `InputError`, with what it is instead if that can be told.
  std::string main_part(std::string_view kind);

  /// The name of the part to which `part` has a relationship of this type, known by the end of its
  /// name (`styles`); nothing if there is none, or none in this file.
  std::optional<std::string> related_part(std::string_view part, std::string_view type);

  /// The content of a part. Throws `InputError`.
  std::string read(std::string_view part) { return archive_.read(part); }

 private:
  std::string content_type_of(std::string_view part);

  container::ZipArchive archive_;
};

}  // namespace themata::ingest::detail
