#include "themata/study/detail/import_prepare.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

#include "themata/error.hpp"
#include "themata/study/files.hpp"
#include "themata/text/words.hpp"

namespace themata::study::detail {

namespace {

constexpr std::size_t files_ahead = 16;
constexpr std::size_t largest_text = std::size_t{512} * 1024 * 1024;
constexpr std::size_t bytes_ahead = std::size_t{16} * 1024 * 1024;

/// Never throws: even a lack of memory is one file's error.
PreparedFile prepared(const FileToImport& file, const std::vector<std::string>& known_speakers) {
  PreparedFile result;
  try {
    result.bytes = read_file(file.path);
    result.original_hash = store::sha256(result.bytes);
    parse(result, file, known_speakers);
  } catch (const std::bad_alloc&) {
    result.error = file.path.string() + ": there is not enough memory for it";
  } catch (const std::exception& error) {
    result.error = error.what();
  }
  return result;
}

std::size_t size_of(const FileToImport& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file.path, error);
  return error ? 0 : static_cast<std::size_t>(size);
}

}  // namespace

// An aside's brackets part words, so none is in both a turn and an aside.
void count_words(PreparedFile& prepared) {
  const ingest::Transcript& transcript = prepared.transcript;
  prepared.turn_words.assign(transcript.turns.size(), 0);
  prepared.aside_words.assign(transcript.asides.size(), 0);
  thread_local text::WordSegmenter segmenter;
  std::size_t aside = 0;
  for (std::size_t turn = 0; turn < transcript.turns.size(); ++turn) {
    const text::TextRange range = transcript.turns[turn].range;
    segmenter.start(text::slice(transcript.text, range));
    while (const auto word = segmenter.next()) {
      const text::ByteOffset begin = range.begin + word->begin.value;
      while (aside < transcript.asides.size() && transcript.asides[aside].range.end <= begin) {
        ++aside;
      }
      const bool in_aside =
          aside < transcript.asides.size() && transcript.asides[aside].range.contains(begin);
      ++(in_aside ? prepared.aside_words[aside] : prepared.turn_words[turn]);
    }
  }
}

void parse(PreparedFile& prepared, const FileToImport& file,
           const std::vector<std::string>& known_speakers) {
  try {
    prepared.transcript =
        ingest::read_transcript(prepared.bytes, {file.format, known_speakers, file.own_labels});
  } catch (const InputError& error) {
    throw InputError(file.path.string(), error.what());
  }
  if (prepared.transcript.text.size() > largest_text) {
    throw InputError(file.path.string(),
                     "is larger than 512 MB as text, the most a source can hold");
  }
  const bool as_typed = prepared.transcript.text == prepared.bytes;
  prepared.text_hash = as_typed ? prepared.original_hash : store::sha256(prepared.transcript.text);
  count_words(prepared);
}

FilePreparer::FilePreparer(const std::vector<FileToImport>& files,
                           std::vector<std::string> known_speakers)
    : files_(files), known_speakers_(std::move(known_speakers)), prepared_(files.size()) {
  for (const FileToImport& file : files) sizes_.push_back(size_of(file));
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t count = std::min({processors, files.size(), files_ahead});
  workers_.reserve(count);
  try {
    for (std::size_t i = 0; i < count; ++i) workers_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // A system short of threads: those that there are do the work, else `next` does.
  }
}

FilePreparer::~FilePreparer() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void FilePreparer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    // The file that is waited for may always be begun, however large those before it were.
    changed_.wait(lock, [this] {
      return stopped_ || to_start_ == files_.size() || to_start_ == to_hand_out_ ||
             (to_start_ < to_hand_out_ + files_ahead && bytes_held_ < bytes_ahead);
    });
    if (stopped_ || to_start_ == files_.size()) return;
    const std::size_t index = to_start_++;
    bytes_held_ += sizes_[index];
    lock.unlock();
    PreparedFile file = prepared(files_[index], known_speakers_);
    lock.lock();
    prepared_[index] = std::move(file);
    changed_.notify_all();
  }
}

PreparedFile FilePreparer::next() {
  if (workers_.empty()) return prepared(files_[to_hand_out_++], known_speakers_);
  std::unique_lock lock(mutex_);
  const std::size_t index = to_hand_out_;
  changed_.wait(lock, [&] { return prepared_[index].has_value(); });
  PreparedFile file = std::move(*prepared_[index]);
  prepared_[index].reset();
  ++to_hand_out_;
  bytes_held_ -= sizes_[index];
  changed_.notify_all();
  return file;
}

}  // namespace themata::study::detail
