#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace themata::container {

/// How much of an archive is believed.
struct ZipLimits {
  std::size_t largest_member = std::size_t{256} << 20U;
  /// A member that unpacks to more than this, and to more than `largest_ratio` times its packed
  /// size, is refused.
  std::size_t largest_unsuspected = std::size_t{16} << 20U;
  std::size_t largest_ratio = 200;
  std::size_t largest_total = std::size_t{512} << 20U;  ///< of all that is read
};

/// A ZIP archive of which members are read by their names: nothing is unpacked to disk, and members
/// that nobody asks for are not looked at. Names are compared without regard to ASCII case, to a
/// `/` at their beginning, and to which way slashes lean; of several members of a name the first
/// counts.
class ZipArchive {
 public:
  /// `bytes` must outlive the archive. Throws `InputError` if they are no archive, or a damaged
  /// one.
  explicit ZipArchive(std::string_view bytes, ZipLimits limits = {});
  /// The same for a file, which is read as members are.
  static ZipArchive open(const std::filesystem::path& file, ZipLimits limits = {});
  ~ZipArchive();
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// The names of all members, as they are written, in the archive's order; folders too.
  [[nodiscard]] const std::vector<std::string>& names() const;
  [[nodiscard]] bool contains(std::string_view name) const;
  /// The size that a member says it has, in bytes; 0 if there is none.
  [[nodiscard]] std::size_t size_of(std::string_view name) const;

  /// The content of a member. Throws `InputError`, which names the member, if there is none; if it
  /// is encrypted, damaged, packed by a method that is not known, or above the limits.
  std::string read(std::string_view name);

  /// The same, or nothing if there is no such member.
  std::optional<std::string> read_if_there(std::string_view name);

 private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace themata::container
