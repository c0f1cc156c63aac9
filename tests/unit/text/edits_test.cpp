#include "themata/text/edits.hpp"

#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace themata::text;

namespace {

// "Joanne met Tom." -> "Anna met ."
const Edits some({{byte_range(0, 6), "Anna"}, {byte_range(11, 14), ""}});

}  // namespace

TEST_CASE("edits are made at once", "[edits]") {
  CHECK(some.apply("Joanne met Tom.") == "Anna met .");
  CHECK(Edits().apply("as it was") == "as it was");
  CHECK(Edits().empty());
  CHECK(some.size() == 2);
}

TEST_CASE("every place is known afterwards", "[edits]") {
  CHECK(some.moved(byte_range(7, 10)) == byte_range(5, 8));    // met
  CHECK(some.moved(byte_range(0, 10)) == byte_range(0, 8));    // Joanne met
  CHECK(some.moved(byte_range(14, 15)) == byte_range(9, 10));  // the full stop
  CHECK(some.moved(byte_range(7, 15)) == byte_range(5, 10));
  CHECK(some.moved(byte_range(0, 6)) == byte_range(0, 4));      // the name
  CHECK(some.moved(byte_range(15, 15)) == byte_range(10, 10));  // the text's end
}

TEST_CASE("what begins or ends inside an edit takes all of it", "[edits]") {
  CHECK(some.moved(byte_range(2, 10)) == byte_range(0, 8));
  CHECK(some.moved(byte_range(2, 4)) == byte_range(0, 4));
  CHECK(some.cuts(ByteOffset{2}));
  CHECK_FALSE(some.cuts(ByteOffset{0}));
  CHECK_FALSE(some.cuts(ByteOffset{6}));
  CHECK(some.change_ends(byte_range(2, 10)));
  CHECK_FALSE(some.change_ends(byte_range(0, 10)));  // all of the pseudonym
  CHECK(some.change_ends(byte_range(7, 14)));        // its last word is gone
  CHECK_FALSE(some.change_ends(byte_range(7, 15)));
  CHECK(some.cut_out(ByteOffset{11}));
  CHECK_FALSE(some.cut_out(ByteOffset{14}));
  CHECK_FALSE(some.cut_out(ByteOffset{2}));  // replaced
}

TEST_CASE("of what was cut out nothing is left", "[edits]") {
  CHECK(some.moved(byte_range(11, 14)).empty());
  CHECK(some.moved(byte_range(12, 13)).empty());
  CHECK(some.moved(byte_range(12, 15)) == byte_range(9, 10));
  CHECK(some.moved(byte_range(7, 13)) == byte_range(5, 9));
}

TEST_CASE("edits that touch each other", "[edits]") {
  const Edits both({{byte_range(2, 4), ""}, {byte_range(4, 6), "xyz"}});
  CHECK(both.apply("ab--..c") == "abxyzc");
  CHECK(both.moved(byte_range(0, 4)) == byte_range(0, 2));
  CHECK(both.moved(byte_range(4, 6)) == byte_range(2, 5));
  CHECK(both.moved(byte_range(3, 5)) == byte_range(2, 5));
  CHECK(both.moved(byte_range(6, 7)) == byte_range(5, 6));
}

TEST_CASE("whatever the edits, what they do not touch is found again", "[edits]") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 200; ++round) {
    std::string text(40, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    std::vector<Edit> edits;
    for (std::size_t at = random() % 8; at + 1 < text.size(); at += 1 + random() % 9) {
      const std::size_t end = std::min(text.size(), at + 1 + random() % 4);
      edits.push_back({byte_range(at, end), std::string(random() % 5, '#')});
      at = end;
    }
    const Edits made(edits);
    const std::string now = made.apply(text);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= text.size(); ++end) {
        const TextRange range = byte_range(begin, end);
        if (made.cuts(range.begin) || made.cuts(range.end)) continue;
        std::vector<Edit> inside;
        for (const Edit& edit : edits) {
          if (!range.contains(edit.range)) continue;
          inside.push_back({{edit.range.begin - begin, edit.range.end - begin}, edit.with});
        }
        const std::string expected = Edits(inside).apply(text.substr(begin, end - begin));
        CHECK(slice(now, made.moved(range)) == expected);
      }
    }
  }
}
