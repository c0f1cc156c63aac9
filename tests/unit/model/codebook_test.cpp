#include "themata/model/codebook.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "support/numbered.hpp"

using namespace themata::model;

namespace {

Code code(std::int64_t id, const std::string& name) { return {CodeId{id}, "", name, ""}; }

Theme theme(std::int64_t id, const std::string& name, std::int64_t parent = 0) {
  return {ThemeId{id}, "", name, "", parent == 0 ? std::nullopt : std::optional{ThemeId{parent}}};
}

/// Two themes, the second with two subthemes; the code "breath" in two places, "alone" in none.
Codebook sample() {
  return Codebook({code(1, "breath"), code(2, "pause"), code(3, "others"), code(4, "alone")},
                  {theme(20, "Deeper", 12), theme(11, "Coping"), theme(12, "Relating"),
                   theme(13, "Shared", 12), theme(30, "Deepest", 20)},
                  {{CodeId{1}, ThemeId{11}},
                   {CodeId{2}, ThemeId{11}},
                   {CodeId{3}, ThemeId{13}},
                   {CodeId{1}, ThemeId{30}},
                   {CodeId{2}, ThemeId{30}}});
}

std::vector<std::string> names(const Codebook& book, const std::vector<ThemeId>& ids) {
  std::vector<std::string> found;
  for (const ThemeId id : ids) found.push_back(book.theme(id).name);
  return found;
}

}  // namespace

TEST_CASE("themes stand in tree order, siblings as they were given") {
  const Codebook book = sample();
  std::vector<std::string> order;
  for (const Theme& t : book.themes()) order.push_back(t.name);
  CHECK(order == std::vector<std::string>{"Coping", "Relating", "Deeper", "Deepest", "Shared"});
  CHECK(names(book, book.top_level()) == std::vector<std::string>{"Coping", "Relating"});
  CHECK(names(book, book.subthemes(ThemeId{12})) == std::vector<std::string>{"Deeper", "Shared"});
  CHECK(book.subthemes(ThemeId{11}).empty());
}

TEST_CASE("a theme's number, path and depth say where it stands") {
  const Codebook book = sample();
  CHECK(book.number(ThemeId{11}) == "1");
  CHECK(book.number(ThemeId{12}) == "2");
  CHECK(book.number(ThemeId{30}) == "2.1.1");
  CHECK(book.number(ThemeId{13}) == "2.2");
  CHECK(book.path(ThemeId{30}) == "Relating / Deeper / Deepest");
  CHECK(book.path(ThemeId{11}) == "Coping");
  CHECK(book.depth(ThemeId{11}) == 0);
  CHECK(book.depth(ThemeId{30}) == 2);
}

TEST_CASE("a code may belong to several themes or to none") {
  const Codebook book = sample();
  CHECK(book.themes_of(CodeId{1}) == std::vector{ThemeId{11}, ThemeId{30}});
  CHECK(book.theme_paths(CodeId{1}) == "Coping; Relating / Deeper / Deepest");
  CHECK(book.themes_of(CodeId{4}).empty());
  CHECK(book.theme_paths(CodeId{4}).empty());
  CHECK(book.codes_of(ThemeId{11}) == std::vector{CodeId{1}, CodeId{2}});
  CHECK(book.code(CodeId{3}).name == "others");
}

TEST_CASE("what lies below a theme takes in its subthemes, each code once") {
  const Codebook book = sample();
  CHECK(names(book, book.with_subthemes(ThemeId{12})) ==
        std::vector<std::string>{"Relating", "Deeper", "Deepest", "Shared"});
  CHECK(names(book, book.with_subthemes(ThemeId{13})) == std::vector<std::string>{"Shared"});
  CHECK(book.codes_below(ThemeId{12}) == std::vector{CodeId{1}, CodeId{2}, CodeId{3}});

  const Codebook twice({code(1, "a")}, {theme(1, "A"), theme(2, "B", 1)},
                       {{CodeId{1}, ThemeId{1}}, {CodeId{1}, ThemeId{2}}});
  CHECK(twice.codes_below(ThemeId{1}) == std::vector{CodeId{1}});
}

TEST_CASE("the tenth subtheme is not taken to lie below the first") {
  std::vector<Theme> themes{theme(100, "Top")};
  for (int i = 1; i <= 12; ++i) themes.push_back(theme(i, themata::test::numbered("T", i), 100));
  const Codebook book({}, themes, {});
  CHECK(book.number(ThemeId{12}) == "1.12");
  CHECK(book.with_subthemes(ThemeId{1}) == std::vector{ThemeId{1}});
  CHECK(book.with_subthemes(ThemeId{100}).size() == 13);
}

TEST_CASE("an empty codebook has no themes and an unknown id is an error") {
  const Codebook book;
  CHECK(book.top_level().empty());
  CHECK(book.codes().empty());
  CHECK_THROWS_AS(book.theme(ThemeId{1}), std::out_of_range);
  CHECK_THROWS_AS(book.code(CodeId{1}), std::out_of_range);
}

TEST_CASE("a chain of two thousand themes needs no deep recursion") {
  std::vector<Theme> themes;
  for (int i = 1; i <= 2'000; ++i) themes.push_back(theme(i, "t", i - 1));
  const Codebook book({}, themes, {});
  CHECK(book.depth(ThemeId{2'000}) == 1'999);
  CHECK(book.with_subthemes(ThemeId{1}).size() == 2'000);
}

TEST_CASE("in random trees each theme follows its parent and is below exactly its ancestors") {
  std::mt19937 random(20'240'501);
  for (int round = 0; round < 50; ++round) {
    const int size = 1 + static_cast<int>(random() % 40);
    std::vector<Theme> themes;
    for (int i = 1; i <= size; ++i) {
      themes.push_back(
          theme(i, "t", static_cast<std::int64_t>(random() % static_cast<unsigned>(i))));
    }
    std::shuffle(themes.begin(), themes.end(), random);
    const Codebook book({}, themes, {});
    REQUIRE(book.themes().size() == themes.size());
    std::set<ThemeId> earlier;
    for (const Theme& t : book.themes()) {
      CHECK((!t.parent || earlier.count(*t.parent) == 1));
      earlier.insert(t.id);
      const auto below = book.with_subthemes(t.id);
      for (const Theme& other : book.themes()) {
        bool is_below = other.id == t.id;
        for (auto up = other.parent; up; up = book.theme(*up).parent) is_below |= *up == t.id;
        CHECK((std::find(below.begin(), below.end(), other.id) != below.end()) == is_below);
      }
    }
  }
}
