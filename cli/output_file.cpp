#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include <unistd.h>

#include "themata/error.hpp"

namespace themata::cli {

namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(path + ": cannot be written: " + std::strerror(error));
}

}  // namespace

OutputFile::OutputFile(std::optional<std::string> path) : path_(std::move(path)) {
  if (!path_) return;
  if (std::filesystem::is_directory(*path_)) fail(*path_, EISDIR);
  temporary_ = *path_ + ".part" + std::to_string(::getpid());
  errno = 0;
  file_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!file_) fail(*path_, errno);
}

OutputFile::~OutputFile() {
  if (!path_ || finished_) return;
  file_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() { return path_ ? static_cast<std::ostream&>(file_) : std::cout; }

void OutputFile::finish() {
  if (!path_) return;
  errno = 0;
  file_.close();
  if (!file_) fail(*path_, errno != 0 ? errno : EIO);
  std::error_code error;
  std::filesystem::rename(temporary_, *path_, error);
  if (error) fail(*path_, error.value());
  finished_ = true;
}

}  // namespace themata::cli
