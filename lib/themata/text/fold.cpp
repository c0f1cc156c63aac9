#include "themata/text/fold.hpp"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::string_view right_single_quotation_mark = "\u2019";

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  check_icu(status, "normalise text");
  return *instance;
}

std::string to_nfc(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  check_icu(status, "normalise text");
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  check_icu(status, "fold letter case");
  return out;
}

// `word` with every U+2019 written as an apostrophe, into `out`.
void straighten_apostrophes(std::string_view word, std::string& out) {
  std::size_t from = 0;
  for (std::size_t at; (at = word.find(right_single_quotation_mark, from)) != word.npos;) {
    out.append(word, from, at - from) += '\'';
    from = at + right_single_quotation_mark.size();
  }
  out.append(word, from);
}

}  // namespace

void fold_into(std::string_view word, std::string& out) {
  out.clear();
  straighten_apostrophes(word, out);
  if (std::all_of(out.begin(), out.end(), is_ascii)) {
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return;
  }
  out = to_nfc(fold_case(to_nfc(out)));
}

std::string fold(std::string_view word) {
  std::string out;
  fold_into(word, out);
  return out;
}

}  // namespace themata::text
