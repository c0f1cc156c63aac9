#include "themata/spreadsheet/detail/memory_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <ostream>

#include <sys/mman.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::spreadsheet::detail {

namespace {

[[noreturn]] void fail() {
  throw Error(std::string("a file in memory cannot be used: ") + std::strerror(errno));
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(::memfd_create("themata", MFD_CLOEXEC)) {
  if (descriptor_ < 0) fail();
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

void MemoryFile::copy_to(std::ostream& out) const {
  std::array<char, 65536> buffer{};
  for (off_t at = 0;;) {
    const ssize_t count = ::pread(descriptor_, buffer.data(), buffer.size(), at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail();
    if (count == 0) return;
    out.write(buffer.data(), count);
    at += count;
  }
}

}  // namespace themata::spreadsheet::detail
