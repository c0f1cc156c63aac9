#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace themata::ingest::detail {

/// A ZIP archive in memory, of which members are read by their names: nothing is unpacked to disk,
/// and members that nobody asks for are not looked at.
class ZipArchive {
 public:
  /// A member above the first of these, or that unpacks to more than the second and
  /// `largest_ratio` times its packed size, is refused, as is what goes above the third in all.
  static constexpr std::size_t largest_member = std::size_t{256} << 20U;
  static constexpr std::size_t largest_unsuspected = std::size_t{16} << 20U;
  static constexpr std::size_t largest_ratio = 200;
  static constexpr std::size_t largest_total = std::size_t{512} << 20U;

  /// `bytes` must outlive the archive. Throws `InputError` if they are no archive, or a damaged
  /// one.
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// Names are compared without regard to ASCII case, to a `/` at their beginning, and to which
  /// way slashes lean. Of several members of a name the first counts.
  [[nodiscard]] bool contains(std::string_view name) const;

  /// The content of a member. Throws `InputError`, which names the member, if there is none; if it
  /// is encrypted, damaged, packed by a method that is not known, or above the limits.
  std::string read(std::string_view name);

  /// The same, or nothing if there is no such member.
  std::optional<std::string> read_if_there(std::string_view name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace themata::ingest::detail
