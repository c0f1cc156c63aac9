#include "themata/study/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::study {

namespace {

constexpr std::size_t largest_file = std::size_t{512} * 1024 * 1024;

class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~FileDescriptor() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw InputError(path.string(), std::string("cannot be read: ") + std::strerror(errno));
}

std::size_t expected_size(int descriptor, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail(path);
  if (S_ISDIR(status.st_mode)) throw InputError(path.string(), "is a folder, not a file");
  return S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const bool standard_input = path == "-";
  const FileDescriptor file(standard_input ? STDIN_FILENO
                                           : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(path);
  // One byte more than expected, so that a file read to its end needs no second growth.
  std::string bytes(std::min(expected_size(file.get(), path), largest_file) + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > largest_file) {
      throw InputError(path.string(), "is larger than 512 MB, the most a source can hold");
    }
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace themata::study
