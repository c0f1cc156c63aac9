#include "themata/text/detail/word_scan.hpp"

namespace themata::text::detail {
namespace {

constexpr std::size_t worthwhile_piece = 2048;  // bytes; handing a piece to ICU has its price

constexpr bool is_letter(WordClass c) { return c <= WordClass::hebrew; }
constexpr bool is_run(WordClass c) { return c <= WordClass::joiner; }

constexpr bool may_join_letters(WordClass c) {
  return c == WordClass::mid_letter || c == WordClass::mid_both || c == WordClass::single_quote;
}

constexpr bool may_join_numbers(WordClass c) {
  return c == WordClass::mid_number || c == WordClass::mid_both || c == WordClass::single_quote;
}

// What comes at `at` after any characters that belong to the one before (WB4): moves `at` to it
// and past it; `apart` at the text's end. A joiner before a pictograph is not ours to judge (WB3c).
struct Following {
  WordClass what = WordClass::apart;
  std::size_t at = 0;
  std::size_t end = 0;
};

Following following(std::string_view text, std::size_t at, const WordClasses& classes) {
  bool after_zwj = false;
  while (at < text.size()) {
    std::size_t end = at;
    const WordClass what = classes.next(text, end);
    if (what != WordClass::extend && what != WordClass::zwj) {
      const bool joined = after_zwj && what == WordClass::pictograph;
      return {joined ? WordClass::odd : what, at, end};
    }
    after_zwj = what == WordClass::zwj;
    at = end;
  }
  return {WordClass::apart, at, at};
}

// What the mark `mark` makes of the segment before it and of what follows.
enum class Joint { parts, joins, unknown };

Joint joint(WordClass before, WordClass mark, WordClass after) {
  if (before == WordClass::hebrew) {  // WB7a to WB7c
    if (mark == WordClass::single_quote || mark == WordClass::double_quote) return Joint::unknown;
  }
  const bool by_letters = is_letter(before) && may_join_letters(mark);
  const bool by_numbers = before == WordClass::digit && may_join_numbers(mark);
  const bool by_colon = is_letter(before) && mark == WordClass::colon;
  if (!by_letters && !by_numbers && !by_colon) return Joint::parts;
  if (is_unknown(after)) return Joint::unknown;
  if (by_numbers) return after == WordClass::digit ? Joint::joins : Joint::parts;  // WB11, WB12
  if (!is_letter(after)) return Joint::parts;
  return by_colon ? Joint::unknown : Joint::joins;  // WB6, WB7
}

}  // namespace

std::optional<ScannedSegment> scan_segment(std::string_view text, std::size_t begin,
                                           const WordClasses& classes) {
  std::size_t at = begin;
  WordClass before = classes.next(text, at);
  bool is_word = before != WordClass::joiner;
  for (;;) {
    const Following here = following(text, at, classes);
    if (is_unknown(here.what)) return std::nullopt;
    if (is_run(here.what) && is_run(before)) {  // WB5, WB8 to WB10, WB13a, WB13b
      before = here.what;
      is_word = is_word || here.what != WordClass::joiner;
      at = here.end;
      continue;
    }
    const bool is_mark = here.what >= WordClass::mid_letter && here.what <= WordClass::colon;
    if (!is_mark) return ScannedSegment{here.at, is_word};
    const Following after = following(text, here.end, classes);
    switch (joint(before, here.what, after.what)) {
      case Joint::parts:
        return ScannedSegment{here.at, is_word};
      case Joint::unknown:
        return std::nullopt;
      case Joint::joins:
        break;
    }
    before = after.what;
    at = after.end;
  }
}

std::size_t next_safe_point(std::string_view text, std::size_t from, const WordClasses& classes) {
  std::size_t at = from;
  char last = 0;
  WordClass before = WordClass::odd;
  while (at < text.size()) {
    std::size_t end = at;
    const WordClass here = classes.next(text, end);
    const bool is_enough = at - from >= worthwhile_piece;
    if (last == '\n' && (is_enough || !is_unknown(here))) return at;
    // A space stays with the next (WB3d), and an extender with what is before it.
    if (before == WordClass::apart && (begins_word(here) || here == WordClass::dictionary)) {
      if (begins_word(here) || is_enough) return at;
    }
    before = here;
    last = text[end - 1];
    at = end;
  }
  return text.size();
}

std::optional<std::size_t> end_of_run(std::string_view text, std::size_t from, std::size_t longest,
                                      const WordClasses& classes) {
  for (std::size_t at = from; at - from <= longest;) {
    if (at == text.size()) return at;
    const std::size_t before = at;
    const WordClass here = classes.next(text, at);
    if (here == WordClass::apart) return before;
    if (!is_unknown(here)) return std::nullopt;
  }
  return std::nullopt;
}

std::size_t safe_point_before(std::string_view text, std::size_t from, std::size_t at) {
  const std::size_t feed = text.substr(from, at - from).rfind('\n');
  return feed == std::string_view::npos ? from : from + feed + 1;
}

}  // namespace themata::text::detail
