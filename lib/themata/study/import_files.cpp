#include "themata/study/detail/import_files.hpp"

#include <algorithm>
#include <system_error>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/manifest_csv.hpp"
#include "themata/ingest/spreadsheet.hpp"
#include "themata/model/names.hpp"
#include "themata/study/files.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

namespace fs = std::filesystem;

/// Files that stand beside transcripts but are none.
bool is_about_the_folder(const fs::path& path) {
  const std::string key = text::name_key(path.stem().string());
  return key == "readme" || key == "license" || key == "licence" || key == "changelog";
}

/// What is in a folder, in order; hidden entries and lock files aside.
std::vector<fs::path> entries_of(const fs::path& folder, std::vector<std::string>& passed_over) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const bool is_lock = name.starts_with("~$");  // of a document that Word has open
    if (!name.starts_with('.') && !is_lock) found.push_back(it->path());
  }
  if (error) passed_over.push_back(folder.string() + ": cannot be read: " + error.message());
  std::sort(found.begin(), found.end());
  return found;
}

/// Why a file of a folder is left aside; empty if it is a transcript.
std::string reason_to_pass_over(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return "it is no file";
  const auto format = ingest::format_of_extension(path.extension().string());
  if (!format) return "not a kind of file that is read";
  // Beside transcripts, a table is more likely one of participants, codings or answers.
  if (ingest::is_table(*format)) return "it is a table; name it to import it";
  if (is_about_the_folder(path)) return "it is about the folder; name it to import it all the same";
  return {};
}

/// Folders that are reached by a link are not entered, so the walk ends.
void walk(const fs::path& folder, std::vector<fs::path>& files,
          std::vector<std::string>& passed_over) {
  for (const fs::path& path : entries_of(folder, passed_over)) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(path, error))) {
      walk(path, files, passed_over);
    } else if (const std::string reason = reason_to_pass_over(path); reason.empty()) {
      files.push_back(path);
    } else {
      passed_over.push_back(path.string() + ": passed over, " + reason);
    }
  }
}

std::vector<fs::path> expand(const std::vector<std::string>& paths,
                             std::vector<std::string>& passed_over) {
  std::vector<fs::path> files;
  for (const std::string& given : paths) {
    const fs::path path(given);
    std::error_code none;  // what is not there fails when it is read, and the others do not
    if (fs::is_directory(path, none)) {
      walk(path, files, passed_over);
    } else {
      files.push_back(path);
    }
  }
  return files;
}

/// A file with any other name is taken for plain text, if it is one.
ingest::FileFormat format_of(const fs::path& path) {
  return ingest::format_of_extension(path.extension().string())
      .value_or(ingest::FileFormat::plain_text);
}

/// Empty, or fit to be a name.
std::string checked_occasion(const std::string& occasion) {
  return occasion.empty() ? "" : model::checked_name("occasion", occasion);
}

FileToImport with_options(const fs::path& path, const ImportRequest& request) {
  FileToImport file;
  file.path = path;
  file.format = format_of(path);
  file.own_labels = request.own_labels;
  file.source = request.name.value_or(path.stem().string());
  file.participant = request.participant;
  file.occasion = checked_occasion(request.occasion.value_or(""));
  file.kind = request.kind.value_or(model::SourceKind::interview);
  return file;
}

void overrule(FileToImport& file, const exchange::ManifestEntry& entry) {
  if (!entry.name.empty()) file.source = entry.name;
  if (!entry.participant.empty()) file.participant = entry.participant;
  if (!entry.occasion.empty()) file.occasion = checked_occasion(entry.occasion);
  if (entry.kind) file.kind = *entry.kind;
}

/// A study's manifest, by the file that each row means.
class Manifest {
 public:
  explicit Manifest(const std::string& path)
      : folder_(fs::path(path).parent_path()),
        entries_(exchange::read_manifest(path, read_file(path))),
        used_(entries_.size(), false) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool first = by_path_.emplace(key_of(file_of(entries_[i])), i).second;
      if (!first) {
        throw InputError(path, entries_[i].line,
                         "the file " + entries_[i].file + " is there twice");
      }
    }
  }

  [[nodiscard]] const std::vector<exchange::ManifestEntry>& entries() const { return entries_; }
  [[nodiscard]] fs::path file_of(const exchange::ManifestEntry& entry) const {
    return folder_ / entry.file;
  }

  const exchange::ManifestEntry* find(const fs::path& file) {
    const auto found = by_path_.find(key_of(file));
    if (found == by_path_.end()) return nullptr;
    used_[found->second] = true;
    return &entries_[found->second];
  }

  [[nodiscard]] bool used(std::size_t entry) const { return used_[entry]; }

 private:
  static std::string key_of(const fs::path& file) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(file, error);
    return (error ? file : canonical).string();
  }

  fs::path folder_;
  std::vector<exchange::ManifestEntry> entries_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::size_t> by_path_;
};

std::vector<FileToImport> from_manifest(const ImportRequest& request,
                                        std::vector<std::string>& passed_over) {
  Manifest manifest(*request.manifest);
  std::vector<FileToImport> files;
  if (request.paths.empty()) {
    for (const exchange::ManifestEntry& entry : manifest.entries()) {
      files.push_back(with_options(manifest.file_of(entry), request));
      overrule(files.back(), entry);
    }
    return files;
  }
  for (const fs::path& path : expand(request.paths, passed_over)) {
    files.push_back(with_options(path, request));
    if (const exchange::ManifestEntry* entry = manifest.find(path)) {
      overrule(files.back(), *entry);
    } else {
      passed_over.push_back(path.string() + ": the manifest says nothing of it");
    }
  }
  for (std::size_t i = 0; i < manifest.entries().size(); ++i) {
    if (manifest.used(i)) continue;
    const exchange::ManifestEntry& entry = manifest.entries()[i];
    passed_over.push_back(fmt::format("{}:{}: {} is not among the files to import",
                                      *request.manifest, entry.line, entry.file));
  }
  return files;
}

}  // namespace

std::vector<FileToImport> files_to_import(const ImportRequest& request,
                                          std::vector<std::string>& passed_over) {
  std::vector<FileToImport> files;
  if (request.manifest) {
    files = from_manifest(request, passed_over);
  } else {
    for (const fs::path& path : expand(request.paths, passed_over)) {
      files.push_back(with_options(path, request));
    }
  }
  if (files.empty()) {
    throw InputError("there is no transcript in what was given");
  }
  if (request.name && files.size() != 1) {
    throw InputError(fmt::format("--name is for one file, and these are {}", files.size()));
  }
  return files;
}

}  // namespace themata::study::detail
