#include "themata/exchange/position_map.hpp"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/exchange/exchanged_text.hpp"
#include "themata/exchange/offset_evidence.hpp"
#include "unit/exchange/refi_files.hpp"

namespace themata::exchange::test {

TEST_CASE("a text file is decoded as it is stored, with what it had besides", "[refi]") {
  const ExchangedText text = read_exchanged_text(
      "\uFEFFa\r\nb\rc\n\x01"
      "d");
  CHECK(text.text ==
        "a\nb\nc\n\uFFFD"
        "d");
  CHECK(text.had_mark);
  CHECK(text.crlf == std::vector<std::size_t>{1});
  CHECK(text.replaced == 1);
  CHECK(read_exchanged_text("\xE4\xE4kk\xF6set ovat hyvi\xE4 ja n\xE4in")
            .text.starts_with("ääkköset"));
  CHECK(read_exchanged_text("").text.empty());
}

TEST_CASE("every place of every convention is found, in texts of all kinds", "[refi]") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "a", "word ", "\n", "é", "\U0001F600", "שלום", "e\u0301", "\n\n", std::string(70, 'x')};
  for (int round = 0; round < 40; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    for (const bool crlf : {false, true}) {
      for (const OffsetConvention& convention : OffsetEvidence::conventions()) {
        const Dialect dialect{"", true, crlf, false, convention};
        const ExchangedText file = read_exchanged_text(as_written(text, dialect));
        REQUIRE(file.text == text);
        const PositionMap map(file);
        for (std::size_t at = 0; at <= text.size(); ++at) {
          if (at < text.size() && text::is_continuation(text[at])) continue;
          const auto found = map.at(counted(text, at, dialect), convention);
          REQUIRE(found.has_value());
          REQUIRE(found->value == at);
        }
        CHECK_FALSE(map.at(counted(text, text.size(), dialect) + 1, convention).has_value());
        CHECK_FALSE(map.at(-1, convention).has_value());
      }
    }
  }
}

TEST_CASE("a place within a surrogate pair is none", "[refi]") {
  const ExchangedText text = read_exchanged_text(
      "a\U0001F600"
      "b");
  const PositionMap map(text);
  OffsetConvention utf16;
  utf16.unit = OffsetConvention::Unit::utf16;
  CHECK_FALSE(map.at(2, utf16).has_value());
  CHECK(map.at(3, utf16) == text::ByteOffset{5});
  CHECK(map.at(2, {}) == text::ByteOffset{5});
  CHECK_FALSE(map.range(1, 1, {}).has_value());
  CHECK_FALSE(map.range(2, 1, {}).has_value());
  CHECK_FALSE(map.range(0, INT64_MAX, {}).has_value());
}

TEST_CASE("a convention can be written down and read", "[refi]") {
  const OffsetConvention convention = parse_offset_convention("utf16,line-end=2,bom,inclusive");
  CHECK(describe(convention) ==
        "UTF-16 units, each line end counts 2, byte order mark counted, end inclusive");
  CHECK(parse_offset_convention("code-points,line-end=file,exclusive") == OffsetConvention{});
  CHECK(parse_offset_convention("line-end=1").line_ends == OffsetConvention::LineEnds::one);
  CHECK_THROWS_AS(parse_offset_convention("bytes"), InputError);
}

TEST_CASE("a name is that of an excerpt that begins with it", "[refi]") {
  CHECK(is_name_of("I felt safe", "I felt safe"));
  CHECK(is_name_of("I felt  safe ", "I felt\nsafe"));
  CHECK(is_name_of("I felt safe and...", "I felt safe and warm"));
  CHECK(is_name_of("I felt safe…", "I felt safe and warm"));
  CHECK_FALSE(is_name_of("I fel", "I felt safe"));  // too short to be a beginning
  CHECK_FALSE(is_name_of("", "I felt safe"));
  CHECK_FALSE(is_name_of("Selection 12", "I felt safe"));
}

}  // namespace themata::exchange::test
