#include "themata/store/detail/new_file.hpp"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::store {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] bool valid() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

[[noreturn]] void refuse(const std::filesystem::path& path, int error) {
  const std::string folder = folder_of(path).string();
  switch (error) {
    case EEXIST:
      throw Conflict(path.string() + ": the file exists already; choose another name");
    case ENOENT:
      throw StoreError(path.string() + ": there is no folder \"" + folder + "\"; make it first");
    case ENOTDIR:
      throw StoreError(path.string() + ": \"" + folder + "\" is not a folder");
    case EACCES:
    case EPERM:
    case EROFS:
      throw StoreError(path.string() + ": the folder \"" + folder +
                       "\" cannot be written; choose another or ask for the right to write there");
    case ENOSPC:
    case EDQUOT:
      throw StoreError(path.string() + ": the disk is full; free some space and try again");
    default:
      throw StoreError(path.string() + ": cannot be written (" + std::strerror(error) + ")");
  }
}

/// 0, or the error.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// Writes a file without a name and names it when it is whole. 0, or the error; ENOTSUP if this
/// file system knows no nameless files.
int write_then_name(const std::filesystem::path& path, std::string_view bytes) {
#ifdef O_TMPFILE
  const Descriptor file(::open(folder_of(path).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
  if (!file.valid()) return errno == EISDIR || errno == EINVAL ? ENOTSUP : errno;
  if (const int error = write_all(file.number(), bytes); error != 0) return error;
  const std::string nameless = "/proc/self/fd/" + std::to_string(file.number());
  if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0)
    return 0;
  return errno == EEXIST || errno == ENOSPC || errno == EDQUOT ? errno : ENOTSUP;
#else
  static_cast<void>(path);
  static_cast<void>(bytes);
  return ENOTSUP;
#endif
}

int write_in_place(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
  if (!file.valid()) return errno;
  const int error = write_all(file.number(), bytes);
  if (error != 0) ::unlink(path.c_str());
  return error;
}

void make_name_durable(const std::filesystem::path& path) {
  const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.valid()) ::fsync(folder.number());  // some file systems cannot; the file is there
}

}  // namespace

void write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  int error = write_then_name(path, bytes);
  if (error == ENOTSUP) error = write_in_place(path, bytes);
  if (error != 0) refuse(path, error);
  make_name_durable(path);
}

}  // namespace themata::store
