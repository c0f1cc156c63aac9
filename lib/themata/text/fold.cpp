#include "themata/text/fold.hpp"

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

// What can be folded with no table: ASCII, the letters of Latin-1, and the apostrophe. They have no
// marks to compose with, and their capitals stand 0x20 below the small ones.
//
// `word` folded so into `out`; false, with `out` of no meaning, if there is anything else in it.
bool fold_plainly(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (is_ascii(word[at])) {
      out += ascii_lower(word[at]);
    } else if (word.substr(at).starts_with(right_single_quotation_mark)) {
      out += '\'';
      at += right_single_quotation_mark.size() - 1;
    } else if (word[at] == '\xC3' && at + 1 < word.size()) {  // U+00C0 to U+00FF
      const auto second = static_cast<unsigned char>(word[++at]);
      if (second == 0x9FU) {  // sharp s
        out += "ss";
        continue;
      }
      const bool capital = second < 0x9FU && second != 0x97U;  // all but the times sign
      out += '\xC3';
      out += static_cast<char>(capital ? second + 0x20U : second);
    } else {
      return false;
    }
  }
  return true;
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
  if (fold_plainly(word, out)) return;
  out.clear();
  straighten_apostrophes(word, out);
  out = to_nfc(fold_case(to_nfc(out)));
}

std::string fold(std::string_view word) {
  std::string out;
  fold_into(word, out);
  return out;
}

}  // namespace themata::text
