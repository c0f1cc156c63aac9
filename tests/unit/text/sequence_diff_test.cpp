#include "themata/text/detail/sequence_diff.hpp"

#include <numeric>
#include <random>
#include <string>

#include <catch2/catch.hpp>

using themata::text::detail::equal_stretches;
using themata::text::detail::EqualStretch;

namespace {

using Sequence = std::vector<std::uint32_t>;

Sequence letters(const std::string& text) { return {text.begin(), text.end()}; }

/// The common letters, with "|" where one stretch ends.
std::string common(const std::string& before, const std::string& after) {
  std::string result;
  for (const EqualStretch& same : equal_stretches(letters(before), letters(after))) {
    if (!result.empty()) result += '|';
    result += before.substr(same.before, same.size);
  }
  return result;
}

/// Fails unless the stretches are equal, in order and apart. Returns how many elements they have.
std::size_t checked_size(const Sequence& before, const Sequence& after) {
  std::size_t at = 0;
  std::size_t other = 0;
  std::size_t size = 0;
  bool first = true;
  for (const EqualStretch& same : equal_stretches(before, after)) {
    REQUIRE(same.size > 0);
    REQUIRE(same.before >= at);
    REQUIRE(same.after >= other);
    REQUIRE((first || same.before > at || same.after > other));
    for (std::size_t i = 0; i < same.size; ++i) {
      REQUIRE(before.at(same.before + i) == after.at(same.after + i));
    }
    at = same.before + same.size;
    other = same.after + same.size;
    size += same.size;
    first = false;
  }
  return size;
}

/// Random numbers below a limit.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }

 private:
  std::mt19937 engine_;
};

Sequence numbers(std::size_t count) {
  Sequence sequence(count);
  std::iota(sequence.begin(), sequence.end(), 0U);
  return sequence;
}

}  // namespace

TEST_CASE("what two short sequences have in common", "[alignment]") {
  CHECK(common("", "").empty());
  CHECK(common("abc", "").empty());
  CHECK(common("", "abc").empty());
  CHECK(common("abc", "xyz").empty());
  CHECK(common("abc", "abc") == "abc");
  CHECK(common("abcdef", "abdef") == "ab|def");
  CHECK(common("abdef", "abcdef") == "ab|def");
  CHECK(common("xabcy", "zabcw") == "abc");
  CHECK(common("abcabba", "cbabac").size() >= 4);
}

TEST_CASE("long sequences are compared where they differ", "[alignment]") {
  const Sequence before = numbers(200'000);
  Sequence after = before;
  after.erase(after.begin() + 150'000, after.begin() + 150'010);
  after.insert(after.begin() + 50'000, {1, 2, 3});
  after[100'000] = 7;
  CHECK(checked_size(before, after) == 200'000 - 10 - 1);
}

TEST_CASE("of what changed places the longer part stays", "[alignment]") {
  const Sequence before = numbers(20'000);
  Sequence after(before.begin() + 5'000, before.end());
  after.insert(after.end(), before.begin(), before.begin() + 5'000);
  CHECK(checked_size(before, after) == 15'000);
}

TEST_CASE("long sequences without anything that stands once", "[alignment]") {
  Random random(1);
  Sequence before(100'000);
  for (auto& element : before) element = random.below(3);
  Sequence after = before;
  for (int i = 0; i < 100; ++i) after[random.below(after.size())] = random.below(3);
  checked_size(before, after);  // little may be found, but no nonsense, and at once
  checked_size(Sequence(300'000, 1), Sequence(200'000, 1));
  CHECK(checked_size(Sequence(300'000, 1), Sequence(200'000, 2)) == 0);
}

TEST_CASE("random sequences with random changes", "[alignment][property]") {
  Random random(20250101);
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t kinds = 2 + random.below(300);
    Sequence before(random.below(3'000));
    for (auto& element : before) element = random.below(kinds);
    Sequence after = before;
    const auto place = [&] {
      return after.begin() + static_cast<std::ptrdiff_t>(random.below(after.size() + 1));
    };
    std::size_t changes = random.below(30);
    for (std::size_t i = 0; i < changes; ++i) {
      if (random.below(2) == 0 && !after.empty()) {
        after.erase(after.begin() + static_cast<std::ptrdiff_t>(random.below(after.size())));
      } else {
        after.insert(place(), random.below(kinds));
      }
    }
    const std::size_t size = checked_size(before, after);
    if (before.size() < 1'000) CHECK(size + changes >= before.size());
  }
}
