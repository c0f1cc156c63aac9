#include "themata/container/zip_writer.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <exception>
#include <utility>

#include <zip.h>

#include "themata/error.hpp"

namespace themata::container {

namespace {

constexpr zip_uint16_t first_dos_date = (1U << 5U) | 1U;  // 1 January 1980
constexpr zip_uint32_t packing_effort = 3;                // of 9: half the time, a tenth larger

/// One member, as libzip asks for it.
struct Member {
  ZipWriter::Content make;
  std::string content;
  std::size_t read = 0;
  zip_error_t error{};
  std::exception_ptr* failure = nullptr;  ///< where what `make` throws is kept
};

zip_int64_t give_stat(void* data, zip_uint64_t length) {
  if (length < sizeof(zip_stat_t)) return -1;
  auto* stat = static_cast<zip_stat_t*>(data);
  zip_stat_init(stat);  // the size is not known beforehand
  return sizeof(zip_stat_t);
}

zip_int64_t open_member(Member& member) {
  try {
    member.content = member.make();
    member.read = 0;
    return 0;
  } catch (...) {
    *member.failure = std::current_exception();
    zip_error_set(&member.error, ZIP_ER_INTERNAL, 0);
    return -1;
  }
}

zip_int64_t read_member(Member& member, void* data, zip_uint64_t length) {
  const std::size_t count = std::min<std::size_t>(length, member.content.size() - member.read);
  if (count > 0) std::memcpy(data, member.content.data() + member.read, count);
  member.read += count;
  return static_cast<zip_int64_t>(count);
}

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  Member& member = *static_cast<Member*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      return open_member(member);
    case ZIP_SOURCE_READ:
      return read_member(member, data, length);
    case ZIP_SOURCE_CLOSE:
      std::string{}.swap(member.content);
      return 0;
    case ZIP_SOURCE_STAT:
      return give_stat(data, length);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&member.error, data, length);
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      zip_error_set(&member.error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

void show(zip_t* /*archive*/, double share, void* progress) {
  (*static_cast<const std::function<void(double)>*>(progress))(share);
}

}  // namespace

struct ZipWriter::State {
  std::filesystem::path file;
  std::deque<Member> members;  ///< which libzip points to
  std::exception_ptr failure;
  zip_t* archive = nullptr;
  zip_source_t* memory = nullptr;  ///< the archive's bytes, if they go to no file

  ~State() {
    if (archive != nullptr) zip_discard(archive);
    if (memory != nullptr) zip_source_free(memory);
  }

  [[noreturn]] void fail(const std::string& reason) const {
    const std::string what = memory != nullptr ? "an archive in memory" : file.string();
    throw Error("could not write " + what + ": " + reason);
  }

  [[noreturn]] void fail(zip_error_t& error) const {
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    fail(reason);
  }
};

ZipWriter::ZipWriter(std::filesystem::path file) : state_(std::make_unique<State>()) {
  state_->file = std::move(file);
  int code = 0;
  state_->archive = zip_open(state_->file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (state_->archive != nullptr) return;
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  state_->fail(error);
}

ZipWriter::ZipWriter() : state_(std::make_unique<State>()) {
  zip_error_t error;
  zip_error_init(&error);
  state_->memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (state_->memory == nullptr) state_->fail(error);
  zip_source_keep(state_->memory);  // what is opened from it gives up one hold on it
  state_->archive = zip_open_from_source(state_->memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (state_->archive != nullptr) return;
  zip_source_free(state_->memory);
  state_->fail(error);
}

ZipWriter::~ZipWriter() = default;

std::string ZipWriter::bytes() {
  finish();
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_open(state_->memory) != 0) state_->fail("it cannot be read");
  std::string result;
  if (zip_source_stat(state_->memory, &stat) == 0) result.resize(stat.size);
  const zip_int64_t read = zip_source_read(state_->memory, result.data(), result.size());
  zip_source_close(state_->memory);
  if (read < 0 || static_cast<std::size_t>(read) != result.size()) {
    state_->fail("it cannot be read");
  }
  return result;
}

void ZipWriter::add(const std::string& name, Content content) {
  Member& member = state_->members.emplace_back();
  member.make = std::move(content);
  member.failure = &state_->failure;
  zip_error_init(&member.error);
  zip_source_t* source = zip_source_function(state_->archive, answer, &member);
  if (source == nullptr) state_->fail(zip_strerror(state_->archive));
  const zip_int64_t added = zip_file_add(state_->archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(source);
    state_->fail(zip_strerror(state_->archive));
  }
  const auto index = static_cast<zip_uint64_t>(added);
  zip_set_file_compression(state_->archive, index, ZIP_CM_DEFLATE, packing_effort);
  zip_file_set_dostime(state_->archive, index, 0, first_dos_date, 0);
}

void ZipWriter::finish(const std::function<void(double)>& progress) {
  std::function<void(double)> shown = progress;
  if (shown) {
    zip_register_progress_callback_with_state(state_->archive, 0.01, show, nullptr, &shown);
  }
  const bool written = zip_close(state_->archive) == 0;
  if (written) {
    state_->archive = nullptr;
    return;
  }
  const std::string reason = zip_strerror(state_->archive);
  zip_discard(std::exchange(state_->archive, nullptr));
  if (state_->failure) std::rethrow_exception(state_->failure);
  state_->fail(reason);
}

}  // namespace themata::container
