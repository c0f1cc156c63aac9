#include "themata/text/slips.hpp"

#include <array>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "themata/text/characters.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::array<std::string_view, 12> ends_of_addresses = {
    "com", "org", "net", "uk", "eu", "ie", "au", "edu", "gov", "info", "io", "html"};

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

/// What one walk over a word's characters finds.
struct Features {
  bool lower_then_upper = false;  ///< after two lower-case letters or more, before another letter
  bool digit_between = false;
  bool invisible = false;
  bool latin = false;
  bool look_alike = false;  ///< Cyrillic or Greek

  explicit Features(std::string_view word) {
    char32_t before = 0;
    char32_t last = 0;
    std::size_t lower_in_a_row = 0;
    bool begins_lower = false;
    for (std::size_t at = 0; at < word.size();) {
      const char32_t c = next_code_point(word, at);
      if (last == 0) begins_lower = is_lower(c);
      if (is_upper(c) && lower_in_a_row >= 2 && begins_lower && at < word.size()) {
        lower_then_upper = true;
      }
      if (is_letter(c) && is_digit(last) && is_letter(before)) digit_between = true;
      invisible = invisible || is_invisible(c);
      if (is_letter(c)) add_script(c);
      lower_in_a_row = is_lower(c) ? lower_in_a_row + 1 : 0;
      before = last;
      last = c;
    }
  }

 private:
  void add_script(char32_t c) {
    const UScriptCode script = script_of(c);
    latin = latin || script == USCRIPT_LATIN;
    look_alike = look_alike || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
  }
};

bool is_address(std::string_view word) {
  if (word.starts_with("www.")) return true;
  const std::string_view end = word.substr(word.rfind('.') + 1);
  for (const std::string_view known : ends_of_addresses) {
    if (end == known) return true;
  }
  return false;
}

/// 0 for a number, or what holds one.
std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) {
      ++letters;
    } else if (!is_quotation_mark(c)) {
      return 0;
    }
  }
  return letters;
}

bool begins_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at));
}

bool are_joined(std::string_view left, std::string_view right) {
  const std::size_t before = letters_in(left);
  const std::size_t after = letters_in(right);
  if (before < 2) return false;
  return after >= 2 || (after == 1 && begins_upper(right) && !begins_upper(left));
}

/// "safe.And", "no.I"; not "e.g", "U.S", "Ph.D" or "example.org".
bool is_joined_by_full_stop(std::string_view word) {
  std::size_t stop = word.find('.');
  if (stop == std::string_view::npos || is_address(word)) return false;
  for (std::string_view left = word.substr(0, stop);;) {
    const std::size_t begin = stop + 1;
    stop = word.find('.', begin);
    const std::string_view right = word.substr(begin, stop - begin);
    if (are_joined(left, right)) return true;
    if (stop == std::string_view::npos) return false;
    left = right;
  }
}

/// A hyphen, the line's end, and a small letter.
bool is_broken_at_line_end(std::string_view text, TextRange word) {
  std::size_t at = word.end.value;
  if (at >= text.size() || text[at] != '-') return false;
  ++at;
  if (at >= text.size() || text[at] != '\n') return false;
  ++at;
  return at < text.size() && is_lower(next_code_point(text, at));
}

bool is_beside_lost_character(std::string_view text, TextRange word) {
  constexpr std::string_view lost = "\uFFFD";
  return text.substr(word.end.value).starts_with(lost) ||
         text.substr(0, word.begin.value).ends_with(lost);
}

}  // namespace

std::optional<Slip> slip_at(std::string_view text, TextRange range) {
  const std::string_view word = slice(text, range);
  if (is_broken_at_line_end(text, range)) return Slip::broken_line;
  if (is_beside_lost_character(text, range)) return Slip::damaged;
  if (is_joined_by_full_stop(word)) return Slip::full_stop;
  if (word.find('_') != std::string_view::npos) return Slip::underscore;
  const Features features(word);
  if (features.invisible && features.latin) return Slip::invisible;
  if (features.latin && features.look_alike) return Slip::scripts;
  if (features.lower_then_upper) return Slip::run_together;
  if (features.digit_between) return Slip::digit;
  return std::nullopt;
}

std::string_view to_string(Slip slip) {
  switch (slip) {
    case Slip::full_stop:
      return "a full stop joins words";
    case Slip::run_together:
      return "a capital inside: two words?";
    case Slip::broken_line:
      return "broken at the line's end";
    case Slip::underscore:
      return "an underscore joins words";
    case Slip::invisible:
      return "an invisible character inside";
    case Slip::scripts:
      return "letters of two scripts";
    case Slip::digit:
      return "a digit between letters";
    case Slip::damaged:
      return "beside a lost character";
  }
  return {};
}

}  // namespace themata::text
