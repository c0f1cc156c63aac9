#include "themata/text/visual_order.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {

namespace {

/// Below this there is no right-to-left letter and no presentation form.
constexpr char32_t first_right_to_left = 0x0590;

bool is_right_to_left_letter(char32_t c) {
  if (c < first_right_to_left) return false;
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_presentation_form(char32_t c) {
  return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

icu::UnicodeString mirrored(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    out.append(u_getBidiPairedBracket(c));
  }
  return out;
}

/// Every bracket that closes has one before it that opens, and the other way round.
bool is_balanced(const icu::UnicodeString& text) {
  std::int32_t depth = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto kind = u_getIntPropertyValue(text.char32At(at), UCHAR_BIDI_PAIRED_BRACKET_TYPE);
    if (kind == U_BPT_OPEN) ++depth;
    if (kind == U_BPT_CLOSE && --depth < 0) return false;
  }
  return depth == 0;
}

/// `line` reordered by ICU, letters with the marks upon them.
icu::UnicodeString reordered(const icu::UnicodeString& line, bool is_right_to_left,
                             UBiDiReorderingMode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi{ubidi_open(), &ubidi_close};
  if (bidi == nullptr) check_icu(U_MEMORY_ALLOCATION_ERROR, "order a line");
  ubidi_setReorderingMode(bidi.get(), mode);
  ubidi_setPara(bidi.get(), line.getBuffer(), line.length(), is_right_to_left ? 1 : 0, nullptr,
                &status);
  check_icu(status, "order a line");
  icu::UnicodeString out;
  const std::int32_t room = line.length() + 1;
  UChar* buffer = out.getBuffer(room);
  if (buffer == nullptr) check_icu(U_MEMORY_ALLOCATION_ERROR, "order a line");
  const std::int32_t size =
      ubidi_writeReordered(bidi.get(), buffer, room, UBIDI_KEEP_BASE_COMBINING, &status);
  out.releaseBuffer(U_SUCCESS(status) ? size : 0);
  check_icu(status, "order a line");
  return out;
}

/// Several lines may look the same on paper. The first guess keeps a number with the Latin word
/// before it ("Windows 10"); it fails for rows of numbers.
icu::UnicodeString as_read(const icu::UnicodeString& line, bool is_right_to_left) {
  icu::UnicodeString guess = reordered(line, is_right_to_left, UBIDI_REORDER_INVERSE_NUMBERS_AS_L);
  if (reordered(guess, is_right_to_left, UBIDI_REORDER_DEFAULT) == line) return guess;
  return reordered(line, is_right_to_left, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
}

}  // namespace

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_right_to_left_letter(next_code_point(text, at))) return true;
  }
  return false;
}

std::string logical_order(std::string_view line, bool is_right_to_left) {
  if (!has_right_to_left(line)) return std::string{line};
  icu::UnicodeString logical =
      as_read(icu::UnicodeString::fromUTF8({line.data(), static_cast<std::int32_t>(line.size())}),
              is_right_to_left);
  if (!is_balanced(logical)) {
    const icu::UnicodeString turned = mirrored(logical);
    if (is_balanced(turned)) logical = turned;
  }
  std::string out;
  logical.toUTF8String(out);
  return out;
}

std::string without_presentation_forms(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const icu::Normalizer2* nfkc = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_presentation_form(c)) {
      out += text.substr(begin, at - begin);
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    if (nfkc == nullptr) nfkc = icu::Normalizer2::getNFKCInstance(status);
    check_icu(status, "normalise text");
    icu::UnicodeString letters;
    if (nfkc->getDecomposition(static_cast<UChar32>(c), letters)) {
      letters.toUTF8String(out);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace themata::text
