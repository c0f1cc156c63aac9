#pragma once

#include <iosfwd>
#include <string>

namespace themata::spreadsheet::detail {

/// A file in memory, for a library that writes to a path and nowhere else: what it holds is on no
/// disk.
class MemoryFile {
 public:
  /// Throws `Error` if the system makes none.
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  /// By which this process opens it.
  [[nodiscard]] std::string path() const;
  /// Writes what it holds. Throws `Error` if that cannot be read.
  void copy_to(std::ostream& out) const;

 private:
  int descriptor_;
};

}  // namespace themata::spreadsheet::detail
