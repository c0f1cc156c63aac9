#include "cli/environment.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <random>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "cli/arguments.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

/// A random (version 4) GUID, RFC 4122.
template <class Generator>
std::string random_guid(Generator& next_64_bits) {
  const std::uint64_t high = (next_64_bits() & ~0xF000ULL) | 0x4000ULL;
  const std::uint64_t low = (next_64_bits() & ~(0xC0ULL << 56)) | (0x80ULL << 56);
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF,
                     high & 0xFFFF, low >> 48, low & 0xFFFFFFFFFFFFULL);
}

/// The system's random numbers, fetched many at a time: a command may need a million GUIDs.
class SystemRandom {
 public:
  std::uint64_t operator()() {
    if (next_ == numbers_.size()) fetch();
    return numbers_[next_++];
  }

 private:
  void fetch() {
    if (::getentropy(numbers_.data(), sizeof numbers_) != 0) {
      throw Error("the system gives no random numbers");
    }
    next_ = 0;
  }

  std::array<std::uint64_t, 32> numbers_{};  // as many as getentropy gives at once
  std::size_t next_ = numbers_.size();
};

/// FNV-1a (Fowler, Noll and Vo), the same on every machine.
std::uint64_t hash_of(const std::vector<std::string>& words) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::string& word : words) {
    for (const char c : word + '\n') {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
  }
  return hash;
}

}  // namespace

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::string login_name() {
  const passwd* account = ::getpwuid(::geteuid());
  const bool named = account != nullptr && account->pw_name != nullptr && *account->pw_name != 0;
  return named ? account->pw_name : "unknown";
}

std::function<std::string()> make_clock() {
  if (const auto fixed = environment_variable("THEMATA_CLOCK")) {
    return [fixed] { return *fixed; };
  }
  return [] {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
  };
}

std::function<std::string()> make_guid_source(const std::vector<std::string>& words) {
  if (const auto seed = environment_variable("THEMATA_GUID_SEED")) {
    // With the words, since two commands of one session must not make the same GUIDs.
    const std::uint64_t start = parse_number("THEMATA_GUID_SEED", *seed, 0) ^ hash_of(words);
    auto generator = std::make_shared<std::mt19937_64>(start);
    return [generator] { return random_guid(*generator); };
  }
  auto random = std::make_shared<SystemRandom>();
  return [random] { return random_guid(*random); };
}

}  // namespace themata::cli
