#include "cli/kept_edit.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/environment.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

std::optional<std::filesystem::path> state_folder() {
  if (const auto folder = environment_variable("XDG_STATE_HOME")) {
    return std::filesystem::path(*folder) / "themata";
  }
  if (const auto home = environment_variable("HOME")) {
    return std::filesystem::path(*home) / ".local" / "state" / "themata";
  }
  return std::nullopt;
}

/// The folder for edits, made if need be, for this person alone.
std::filesystem::path own_folder() {
  const auto known = state_folder();
  if (!known) {
    throw Error("there is no folder to keep the edit in; set $HOME, or use --export and --import");
  }
  const std::filesystem::path& folder = *known;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (!error) return folder;
  throw Error(fmt::format("{}: the edit cannot be kept there ({}); use --export and --import",
                          folder.string(), error.message()));
}

/// A coder's name as a part of a file's name.
std::string as_file_name(const std::string& coder) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char c : coder.substr(0, longest)) {
    name += fmt::format("{:02x}", static_cast<unsigned char>(c));
  }
  return name;
}

[[noreturn]] void refuse(const std::filesystem::path& path) {
  throw Error(fmt::format("{}: cannot be written ({})", path.string(), std::strerror(errno)));
}

}  // namespace

KeptEdit::KeptEdit(const study::AnnotationFile& file)
    : path_(own_folder() /
            fmt::format("annotate-{}-{}.txt", file.source_guid, as_file_name(file.coder))) {}

bool KeptEdit::is_unfinished() const {
  return std::filesystem::exists(path_) && study::holds_edits(read());
}

std::string KeptEdit::time() const {
  struct stat about {};
  if (::stat(path_.c_str(), &about) != 0) return "an unknown time";
  return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(about.st_mtime));
}

void KeptEdit::write(const std::string& bytes) const {
  const int file = ::open(path_.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) refuse(path_);
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t some = ::write(file, bytes.data() + written, bytes.size() - written);
    if (some < 0 && errno == EINTR) continue;
    if (some < 0) {
      ::close(file);
      refuse(path_);
    }
    written += static_cast<std::size_t>(some);
  }
  if (::close(file) != 0) refuse(path_);
}

std::string KeptEdit::read() const {
  std::ifstream stream(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void KeptEdit::remove() const {
  std::error_code ignored;  // what is left is offered again, and changes nothing
  std::filesystem::remove(path_, ignored);
}

std::vector<std::filesystem::path> kept_edits_of(const std::string& study_guid) {
  std::vector<std::filesystem::path> found;
  const auto folder = state_folder();
  if (!folder) return found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(*folder, error)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.find("# study: " + study_guid) != std::string::npos) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace themata::cli
