#include "themata/text/letter_case.hpp"

#include <cstddef>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  check_icu(status, "normalise text");
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
  check_icu(status, "normalise text");
  return out;
}

std::string lower_case(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  check_icu(status, "write text in small letters");
  return composed(out);
}

std::string upper_case(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  check_icu(status, "write text in capital letters");
  return composed(out);
}

LetterCase letter_case(std::string_view word) {
  std::size_t lower = 0;
  std::size_t upper = 0;
  bool title = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(next_code_point(word, at));
    if (u_isUUppercase(c) != 0) ++upper;
    if (u_isULowercase(c) != 0) ++lower;
    title = title || u_istitle(c) != 0;
  }
  if (lower + upper == 0) return title ? LetterCase::mixed : LetterCase::none;
  if (upper == 0 && !title) return LetterCase::lower;
  if (lower == 0 && upper > 1 && !title) return LetterCase::upper;
  return LetterCase::mixed;
}

}  // namespace themata::text
