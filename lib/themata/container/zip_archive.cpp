#include "themata/container/zip_archive.hpp"

#include <algorithm>
#include <unordered_map>

#include <zip.h>

#include "themata/error.hpp"

namespace themata::container {

namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using MemberFile = std::unique_ptr<zip_file_t, Discard>;

[[noreturn]] void refuse(std::string_view member, const std::string& message) {
  throw InputError("its part " + std::string{member} + " " + message);
}

constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string key_of(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  std::string key{name};
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c == '\\' ? '/' : to_ascii_lower(c); });
  return key;
}

/// Opens what `make_source` makes.
template <class MakeSource>
Archive opened(MakeSource make_source) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = make_source(error);
  Archive archive{source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error)};
  if (archive) return archive;
  if (source != nullptr) zip_source_free(source);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw InputError(
      "is damaged or cut off (as a ZIP archive: " + reason +
      "); copy it again, or open it with the program that it is from and save it anew");
}

}  // namespace

struct ZipArchive::State {
  Archive archive;
  ZipLimits limits;
  std::size_t size = 0;  ///< of the file
  std::vector<std::string> names;
  std::unordered_map<std::string, zip_uint64_t> members;
  std::size_t total = 0;  ///< bytes read so far

  void list() {
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const auto index = static_cast<zip_uint64_t>(i);
      const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW);
      if (name == nullptr) continue;
      names.emplace_back(name);
      members.try_emplace(key_of(name), index);
    }
  }

  /// The size that a member says it has, once it is known that it may be read.
  std::size_t admit(std::string_view name, zip_uint64_t index) {
    zip_stat_t stat;
    constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0 || (stat.valid & wanted) != wanted ||
        stat.comp_size > size) {
      refuse(name, "is damaged; open the file with the program that it is from and save it anew");
    }
    if (stat.encryption_method != ZIP_EM_NONE) {
      refuse(name, "is protected by a password; save the file without one");
    }
    const bool is_bomb =
        stat.size > limits.largest_unsuspected && stat.size / limits.largest_ratio > stat.comp_size;
    if (is_bomb || stat.size > limits.largest_member || stat.size > limits.largest_total - total) {
      refuse(name, "would unpack to " + std::to_string(stat.size) + " bytes from " +
                       std::to_string(stat.comp_size) +
                       ", more than can be believed; save its text as plain text (.txt)");
    }
    return stat.size;
  }
};

ZipArchive::ZipArchive(std::string_view bytes, ZipLimits limits)
    : state_(std::make_unique<State>()) {
  if (bytes.empty()) throw InputError("the file is empty");  // to libzip, an empty archive
  state_->limits = limits;
  state_->size = bytes.size();
  state_->archive = opened([&](zip_error_t& error) {
    return zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  });
  state_->list();
}

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}

ZipArchive ZipArchive::open(const std::filesystem::path& file, ZipLimits limits) {
  auto state = std::make_unique<State>();
  std::error_code unknown;
  state->limits = limits;
  state->size = std::filesystem::file_size(file, unknown);
  if (unknown) throw InputError("cannot be read: " + unknown.message());
  if (state->size == 0) throw InputError("the file is empty");
  state->archive = opened(
      [&](zip_error_t& error) { return zip_source_file_create(file.c_str(), 0, 0, &error); });
  state->list();
  return ZipArchive(std::move(state));
}

ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;

const std::vector<std::string>& ZipArchive::names() const { return state_->names; }

std::size_t ZipArchive::size_of(std::string_view name) const {
  const auto found = state_->members.find(key_of(name));
  if (found == state_->members.end()) return 0;
  zip_stat_t stat;
  const bool known = zip_stat_index(state_->archive.get(), found->second, 0, &stat) == 0 &&
                     (stat.valid & ZIP_STAT_SIZE) != 0;
  return known ? stat.size : 0;
}

bool ZipArchive::contains(std::string_view name) const {
  return state_->members.contains(key_of(name));
}

std::optional<std::string> ZipArchive::read_if_there(std::string_view name) {
  const auto found = state_->members.find(key_of(name));
  if (found == state_->members.end()) return std::nullopt;
  const std::size_t size = state_->admit(name, found->second);
  zip_t* archive = state_->archive.get();
  const MemberFile file{zip_fopen_index(archive, found->second, 0)};
  if (!file) refuse(name, std::string{"cannot be unpacked: "} + zip_strerror(archive));
  std::string content(size, '\0');
  // One byte more than there should be: that is where libzip looks at the check sum.
  std::size_t filled = 0;
  while (filled < size) {
    const zip_int64_t got = zip_fread(file.get(), content.data() + filled, size - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  char beyond = 0;
  if (filled < size || zip_fread(file.get(), &beyond, 1) != 0) {
    refuse(name,
           "is damaged: it does not unpack to what it should; copy the file again, or open it with "
           "the program that it is from and save it anew");
  }
  state_->total += size;
  return content;
}

std::string ZipArchive::read(std::string_view name) {
  std::optional<std::string> content = read_if_there(name);
  if (!content)
    refuse(name, "is missing; open the file with the program that it is from and save it anew");
  return *std::move(content);
}

}  // namespace themata::container
