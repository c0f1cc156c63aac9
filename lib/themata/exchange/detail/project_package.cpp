#include "themata/exchange/detail/project_package.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"

namespace themata::exchange::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view internal = "internal://";
constexpr std::string_view relative = "relative://";
constexpr std::size_t largest_beside = std::size_t{512} << 20U;

container::ZipLimits limits() {
  container::ZipLimits limits;
  limits.largest_member = std::size_t{512} << 20U;
  limits.largest_total = std::size_t{8} << 30U;
  return limits;
}

container::ZipArchive open(const fs::path& file) {
  try {
    return container::ZipArchive::open(file, limits());
  } catch (const InputError& error) {
    throw InputError(file.string(), error.what());
  }
}

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view end = name.substr(name.size() - ending.size());
  return std::equal(end.begin(), end.end(), ending.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [rest, end] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return rest == folder.end() && end != path.end();
}

}  // namespace

ProjectPackage::ProjectPackage(const fs::path& file)
    : file_(file), name_(file.string()), archive_(open(file)) {}

std::string ProjectPackage::project() {
  std::vector<std::string> found;
  for (const std::string& name : archive_.names()) {
    const bool is_of_a_mac = name.find("__MACOSX") != std::string::npos;
    if (ends_with(name, ".qde") && !is_of_a_mac) found.push_back(name);
  }
  if (found.size() > 1) {
    const auto usual = std::find_if(found.begin(), found.end(), [](const std::string& name) {
      return ends_with(name, "project.qde") && name.find('/') == std::string::npos;
    });
    if (usual != found.end()) found = {*usual};
  }
  if (found.size() != 1) {
    throw InputError(name_, found.empty()
                                ? "is no REFI-QDA project: no file in it ends in .qde"
                                : fmt::format("holds several projects ({}); take out all but one",
                                              fmt::join(found, ", ")));
  }
  try {
    return archive_.read(found.front());
  } catch (const InputError& error) {
    throw InputError(name_, error.what());
  }
}

std::string ProjectPackage::file_name(std::string_view path) {
  return std::string(path.substr(path.find_last_of("/\\") + 1));
}

std::string ProjectPackage::member_of(std::string_view path) const {
  if (path.find("://") != std::string_view::npos && !path.starts_with(internal)) return {};
  const std::string name = file_name(path);
  for (const std::string& member : {"sources/" + name, name, "media/" + name}) {
    if (!name.empty() && archive_.contains(member)) return member;
  }
  return {};
}

std::size_t ProjectPackage::size_of(std::string_view path) const {
  const std::string member = member_of(path);
  return member.empty() ? 0 : archive_.size_of(member);
}

std::optional<std::string> ProjectPackage::read(std::string_view path) {
  if (path.starts_with(relative)) return read_beside(path.substr(relative.size()));
  const std::string member = member_of(path);
  if (member.empty()) return std::nullopt;
  try {
    return archive_.read(member);
  } catch (const InputError& error) {
    throw InputError(name_, error.what());
  }
}

std::optional<std::string> ProjectPackage::read_beside(std::string_view path) const {
  while (path.starts_with('/')) path.remove_prefix(1);
  std::error_code error;
  const fs::path folder =
      fs::canonical(file_.parent_path().empty() ? "." : file_.parent_path(), error);
  if (error) return std::nullopt;
  const fs::path wanted = fs::canonical(folder / path, error);  // where links lead to
  if (error || !is_within(wanted, folder) || !fs::is_regular_file(wanted, error)) {
    return std::nullopt;
  }
  if (fs::file_size(wanted, error) > largest_beside || error) return std::nullopt;
  std::ifstream stream(wanted, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream) return std::nullopt;
  return bytes.str();
}

}  // namespace themata::exchange::detail
