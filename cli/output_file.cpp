#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(path + ": cannot be written: " + std::strerror(error));
}

/// The file behind symbolic links. A folder and a study are refused.
fs::path file_meant(const std::string& path) {
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(path, error);
  const fs::path target = error ? fs::path(path) : resolved;
  if (fs::is_directory(target)) fail(path, EISDIR);
  if (target.extension() == ".themata") {
    throw Error(path + ": a file named *.themata is a study and is never written over");
  }
  return target;
}

/// Has the system write a file to the disk, so that a name is never given to what a power cut could
/// still lose. Returns an error number, or 0.
int put_on_disk(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return error;
}

}  // namespace

OutputFile::OutputFile(std::optional<std::string> path) : path_(std::move(path)) {
  if (!path_) return;
  target_ = file_meant(*path_);
  if (fs::exists(target_) && !fs::is_regular_file(target_)) {
    open(target_);
    return;
  }
  if (fs::exists(target_) && ::access(target_.c_str(), W_OK) != 0) fail(*path_, errno);
  temporary_ = target_.string() + ".part" + std::to_string(::getpid());
  open(temporary_);
  if (fs::exists(target_)) fs::permissions(temporary_, fs::status(target_).permissions());
}

void OutputFile::open(const fs::path& file) {
  errno = 0;
  file_.open(file, std::ios::binary | std::ios::trunc);
  if (!file_) fail(*path_, errno);
}

OutputFile::~OutputFile() {
  if (temporary_.empty() || finished_) return;
  file_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() { return path_ ? static_cast<std::ostream&>(file_) : std::cout; }

const fs::path& OutputFile::path_to_write() {
  if (temporary_.empty()) {
    throw Error(path_.value_or("standard output") +
                ": such a file is not written from its beginning to its end; give the name of a "
                "plain file");
  }
  return temporary_;
}

void OutputFile::finish() {
  if (!path_) return;
  errno = 0;
  file_.close();
  if (!file_) fail(*path_, errno != 0 ? errno : EIO);
  if (temporary_.empty()) return;
  if (const int failed = put_on_disk(temporary_); failed != 0) fail(*path_, failed);
  std::error_code error;
  fs::rename(temporary_, target_, error);
  if (error) fail(*path_, error.value());
  finished_ = true;
}

}  // namespace themata::cli
