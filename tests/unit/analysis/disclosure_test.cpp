#include "themata/analysis/disclosure.hpp"

#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace themata::analysis;

namespace {

using Values = std::vector<std::vector<std::string>>;

DisclosureOptions fewer_than(std::size_t k, std::size_t together = 3) {
  DisclosureOptions options;
  options.k = k;
  options.most_attributes = together;
  return options;
}

/// "0=a 1=b: 2 4" for each row.
std::vector<std::string> lines(const Disclosure& disclosure) {
  std::vector<std::string> result;
  for (const SingledOut& row : disclosure.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.attributes.size(); ++i) {
      line += std::to_string(row.attributes[i]) + "=" + row.values[i] + " ";
    }
    line.back() = ':';
    for (const std::size_t participant : row.participants) {
      line += " " + std::to_string(participant);
    }
    result.push_back(line);
  }
  return result;
}

// town, gender, age band
const Values town = {
    {"Leeds", "woman", "30-39"}, {"Leeds", "woman", "40-49"}, {"Leeds", "man", "30-39"},
    {"York", "man", "40-49"},    {"York", "woman", "30-39"},  {"Hull", "woman", "40-49"},
};

}  // namespace

// By hand, k = 2. Alone: Hull is one person (5); all others have two or more. Two together, without
// 5: Leeds man (2), York man (3), York woman (4) and Leeds 40-49 (1), York 40-49 (3), York 30-39
// (4) are one person each; Leeds woman and Leeds 30-39 are two. man 30-39 (2) and man 40-49 (3) are
// one each; woman 30-39 are 0 and 4; woman 40-49 are 1 and 5: two, but 5 is known by Hull alone,
// and being two they are enough. Three together: whom nothing less singles out is 0 alone.
TEST_CASE("a small table, worked by hand", "[disclosure]") {
  CHECK(lines(disclosure(town, fewer_than(2))) ==
        std::vector<std::string>{"0=Hull: 5", "0=Leeds 1=man: 2", "0=York 1=man: 3",
                                 "0=York 1=woman: 4", "0=Leeds 2=40-49: 1", "0=York 2=40-49: 3",
                                 "0=York 2=30-39: 4", "1=man 2=30-39: 2", "1=man 2=40-49: 3",
                                 "0=Leeds 1=woman 2=30-39: 0"});
}

TEST_CASE("one attribute at a time", "[disclosure]") {
  CHECK(lines(disclosure(town, fewer_than(3, 1))) ==
        std::vector<std::string>{"0=Hull: 5", "0=York: 3 4", "1=man: 2 3"});
}

TEST_CASE("a missing value singles nobody out", "[disclosure]") {
  const Values values = {{"a", ""}, {"a", "x"}, {"a", "x"}, {"", "x"}};
  CHECK(lines(disclosure(values, fewer_than(2))).empty());
  CHECK(lines(disclosure(values, fewer_than(3))) == std::vector<std::string>{"0=a 1=x: 1 2"});
}

TEST_CASE("nobody, and nothing known", "[disclosure]") {
  CHECK(disclosure({}, fewer_than(5)).rows.empty());
  CHECK(disclosure({{}, {}}, fewer_than(5)).rows.empty());
}

TEST_CASE("what is left out is counted", "[disclosure]") {
  DisclosureOptions options = fewer_than(2);
  options.most_rows = 4;
  const Disclosure some = disclosure(town, options);
  CHECK(some.rows.size() == 4);
  CHECK(some.rows_left_out == 6);
  CHECK(some.attributes_together == 3);
  options = fewer_than(2);
  options.most_work = 18;  // 3 attributes of 6 participants, or 3 pairs; one triple is 6
  CHECK(disclosure(town, options).attributes_together == 3);
  options.most_work = 17;
  CHECK(disclosure(town, options).attributes_together == 0);
}

namespace {

using Named = std::pair<std::vector<std::size_t>, std::vector<std::string>>;

/// Every choice of attributes and values of somebody, counted one by one.
std::map<Named, std::set<std::size_t>> counted_plainly(const Values& values,
                                                       std::size_t attributes) {
  std::map<Named, std::set<std::size_t>> groups;
  for (unsigned choice = 1; choice < (1U << attributes); ++choice) {
    for (std::size_t p = 0; p < values.size(); ++p) {
      Named named;
      for (std::size_t a = 0; a < attributes; ++a) {
        if ((choice >> a & 1U) == 0) continue;
        named.first.push_back(a);
        named.second.push_back(values[p][a]);
      }
      bool missing = false;
      for (const std::string& value : named.second) missing = missing || value.empty();
      if (!missing) groups[named].insert(p);
    }
  }
  return groups;
}

bool is_part(const Named& part, const Named& whole) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < part.first.size(); ++i) {
    for (std::size_t k = 0; k < whole.first.size(); ++k) {
      if (part.first[i] == whole.first[k] && part.second[i] == whole.second[k]) ++found;
    }
  }
  return found == part.first.size() && part.first.size() < whole.first.size();
}

std::set<Named> smallest_plainly(const Values& values, std::size_t attributes, std::size_t k) {
  std::set<Named> few;
  for (const auto& [named, group] : counted_plainly(values, attributes)) {
    if (group.size() < k) few.insert(named);
  }
  std::set<Named> smallest;
  for (const Named& named : few) {
    bool minimal = true;
    for (const Named& other : few) minimal = minimal && !is_part(other, named);
    if (minimal) smallest.insert(named);
  }
  return smallest;
}

}  // namespace

TEST_CASE("random tables, against counting every choice", "[disclosure]") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 60; ++round) {
    const std::size_t attributes = 1 + random() % 4;
    Values values(random() % 25);
    for (auto& row : values) {
      for (std::size_t a = 0; a < attributes; ++a) {
        const auto value = random() % 5;
        row.push_back(value == 0 ? "" : std::string(1, static_cast<char>('a' + value)));
      }
    }
    const std::size_t k = 2 + random() % 4;
    const Disclosure found = disclosure(values, fewer_than(k, 4));
    std::set<Named> named;
    for (const SingledOut& row : found.rows) named.emplace(row.attributes, row.values);
    CHECK(named.size() == found.rows.size());
    CHECK(named == smallest_plainly(values, attributes, k));
  }
}

TEST_CASE("ten thousand participants with twenty attributes", "[disclosure]") {
  std::mt19937 random(1);
  Values values(10'000, std::vector<std::string>(20));
  for (auto& row : values) {
    for (auto& value : row) value = std::to_string(random() % 12);
  }
  const Disclosure found = disclosure(values, fewer_than(5));
  CHECK(found.attributes_together == 3);
  CHECK(found.rows.size() == 1000);
}
