#include "themata/analysis/string_ids.hpp"

#include <catch2/catch.hpp>

#include "support/numbered.hpp"

using themata::analysis::StringIds;

TEST_CASE("strings are numbered in order of first sight") {
  StringIds ids;
  CHECK(ids.id("breath") == 0);
  CHECK(ids.id("") == 1);
  CHECK(ids.id("breath") == 0);
  CHECK(ids.id("brea") == 2);
  CHECK(ids.size() == 3);
  CHECK(ids.string(0) == "breath");
  CHECK(ids.string(1).empty());
  CHECK(ids.string(2) == "brea");
}

TEST_CASE("a hundred thousand strings keep their numbers") {
  StringIds ids;
  bool same = true;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < 100'000; ++i) same &= ids.id(themata::test::numbered("w", i)) == i;
  }
  CHECK(same);
  CHECK(ids.size() == 100'000);
  CHECK(ids.string(77'777) == "w77777");
}

TEST_CASE("strings of every length that differ in one byte have numbers of their own") {
  StringIds ids;
  std::size_t next = 0;
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string same(size, 'a');
    CHECK(ids.id(same) == next++);
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = same;
      other[at] = '\0';
      CHECK(ids.id(other) == next++);
      CHECK(ids.id(other) == next - 1);
      CHECK(ids.string(next - 1) == other);
      const std::string text = "x" + other + "yyyyyyyyyyyyyyyyyyyy";
      CHECK(ids.id(text, 1, size) == next - 1);
    }
  }
}
