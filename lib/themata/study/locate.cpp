#include "themata/study/locate.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "themata/error.hpp"

namespace themata::study {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> studies_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->path().extension() == ".themata" && it->is_regular_file(ignored)) {
      found.push_back(it->path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string names_of(const std::vector<fs::path>& paths) {
  std::string names;
  for (const fs::path& path : paths) {
    names += names.empty() ? "" : ", ";
    names += path.filename().string();
  }
  return names;
}

}  // namespace

fs::path locate_study(const std::optional<std::string>& chosen, const fs::path& folder) {
  if (chosen) return *chosen;
  for (fs::path at = folder;; at = at.parent_path()) {
    const std::vector<fs::path> found = studies_in(at);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      throw Conflict(fmt::format("several studies in {}: {}; name one with -p FILE",
                                 at == folder ? "this folder" : at.string(), names_of(found)));
    }
    if (at == at.parent_path()) break;
  }
  throw NotFound(
      "no study here: no *.themata file in this folder or above it; make one with \"themata init "
      "FILE.themata\", or name one with -p FILE");
}

}  // namespace themata::study
