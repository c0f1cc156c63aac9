#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/store/sha256.hpp"
#include "themata/study/detail/import_files.hpp"

namespace themata::study::detail {

/// A file as read, parsed, hashed and counted; or why that failed.
struct PreparedFile {
  std::string error;  ///< empty: all is well
  std::string bytes;
  ingest::Transcript transcript;
  store::Sha256 original_hash{};
  store::Sha256 text_hash{};
  std::vector<std::size_t> turn_words;  ///< outside every aside
  std::vector<std::size_t> aside_words;
};

/// Counts the words of the transcript by turn and by aside.
void count_words(PreparedFile& prepared);

/// Parses `bytes` into `prepared`, whose `bytes` and `original_hash` are set. Throws `InputError`.
void parse(PreparedFile& prepared, const FileToImport& file,
           const std::vector<std::string>& known_speakers);

/// Prepares files on all processors, and hands them out in order. Only a bounded number of files
/// and bytes is held at a time.
class FilePreparer {
 public:
  /// `files` must outlive the preparer. `known_speakers` as in `ingest::ReadOptions`.
  FilePreparer(const std::vector<FileToImport>& files, std::vector<std::string> known_speakers);
  ~FilePreparer();
  FilePreparer(const FilePreparer&) = delete;
  FilePreparer& operator=(const FilePreparer&) = delete;

  /// The next file, in order; call once for each.
  PreparedFile next();

 private:
  void work();

  const std::vector<FileToImport>& files_;
  const std::vector<std::string> known_speakers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::size_t> sizes_;                     // by file, in bytes
  std::vector<std::optional<PreparedFile>> prepared_;  // by file; none: not yet, or handed out
  std::size_t to_start_ = 0;
  std::size_t to_hand_out_ = 0;
  std::size_t bytes_held_ = 0;  // of the files begun and not handed out
  bool stopped_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace themata::study::detail
