#include "themata/text/detail/word_classes.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

namespace themata::text::detail {
namespace {

// The version whose rules word_scan.cpp follows; tests hold them against each other.
constexpr int rules_of_icu = 72;

bool is_letter_or_number(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// What ICU hands to its dictionaries.
bool needs_dictionary(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c >= 0xAC00 && c <= 0xD7A3) return true;  // syllables of Hangul
  if (u_getIntPropertyValue(point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  switch (u_getIntPropertyValue(point, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return true;
    default:
      return u_getIntPropertyValue(point, UCHAR_WORD_BREAK) == U_WB_KATAKANA;
  }
}

// A mark of such a script extends what stands before it, even a space.
WordClass dictionary_class(char32_t c) {
  const int rule = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK);
  const bool extends = rule == U_WB_EXTEND || rule == U_WB_FORMAT;
  return extends ? WordClass::odd : WordClass::dictionary;
}

WordClass letter_class(char32_t c) {
  // Letters by rule alone, without the general category of one, and letters that are pictographs.
  const bool plain = is_letter_or_number(c) && !has(c, UCHAR_EXTENDED_PICTOGRAPHIC);
  return plain ? WordClass::letter : WordClass::odd;
}

// Extended by what looks like a letter, a space would be a word: that is for ICU.
WordClass extending(char32_t c, WordClass as) {
  return is_letter_or_number(c) ? WordClass::odd : as;
}

WordClass of_other(char32_t c) {
  if (is_letter_or_number(c)) return WordClass::lone;
  return has(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? WordClass::pictograph : WordClass::apart;
}

WordClass by_property(char32_t c) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return letter_class(c);
    case U_WB_HEBREW_LETTER:
      return WordClass::hebrew;
    case U_WB_NUMERIC:
      return is_letter_or_number(c) ? WordClass::digit : WordClass::odd;
    case U_WB_EXTENDNUMLET:
      return WordClass::joiner;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return extending(c, WordClass::extend);
    case U_WB_ZWJ:
      return WordClass::zwj;
    case U_WB_MIDLETTER:
      return WordClass::mid_letter;
    case U_WB_MIDNUM:
      return WordClass::mid_number;
    case U_WB_MIDNUMLET:
      return WordClass::mid_both;
    case U_WB_SINGLE_QUOTE:
      return WordClass::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return WordClass::double_quote;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_REGIONAL_INDICATOR:
      return of_other(c);
    default:
      return WordClass::odd;
  }
}

}  // namespace

bool rules_are_known() {
  UVersionInfo version;
  u_getVersion(version);
  return version[0] == rules_of_icu;
}

WordClasses::WordClasses(bool known_rules) : known_rules_(known_rules) { ascii_ = make_page(0); }

WordClasses::~WordClasses() {
  for (auto& page : pages_) delete page.load();
}

const WordClasses& WordClasses::running() {
  static const WordClasses classes(true);
  static const bool known = rules_are_known();
  return known ? classes : cautious();
}

const WordClasses& WordClasses::cautious() {
  static const WordClasses classes(false);
  return classes;
}

WordClass WordClasses::look_up(char32_t c) const {
  if (c == ':') return WordClass::colon;
  if (c == '@' || c == 0xFF1A || c == 0xFE55) return WordClass::odd;  // tailored by ICU
  if (!known_rules_ && (c >= 0x80 || c == '_')) return WordClass::odd;
  return needs_dictionary(c) ? dictionary_class(c) : by_property(c);
}

const WordClasses::Page& WordClasses::make_page(std::size_t number) const {
  auto page = std::make_unique<Page>();
  for (std::size_t i = 0; i < page_size; ++i) {
    (*page)[i] = look_up(static_cast<char32_t>(number * page_size + i));
  }
  const Page* before = nullptr;  // another thread may have been quicker
  if (pages_[number].compare_exchange_strong(before, page.get())) return *page.release();
  return *before;
}

}  // namespace themata::text::detail
