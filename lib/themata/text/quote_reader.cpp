#include "themata/text/quote_reader.hpp"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "themata/text/characters.hpp"
#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr char32_t ellipsis = U'\u2026';

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
  check_icu(status, "normalise text");
  return *instance;
}

bool is_plain_ascii(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',';
}

char32_t ascii_lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }

// One mark stands for all quotation marks.
char32_t plain_mark(char32_t c) { return is_quotation_mark(c) ? U'\'' : c; }

// Marks before which nobody writes a space: where a note stood between, its spaces go too.
bool closes(char32_t c) {
  return std::u32string_view(U",.;:!?)]}\u2026").find(c) != std::u32string_view::npos;
}

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

std::size_t after(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

bool is_dot(char32_t c) { return c == U'.' || c == ellipsis; }
bool is_dot_spacing(char32_t c) { return c == U' ' || c == U'\u00A0' || c == U'\u202F'; }

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = nfd().normalize(text, status);
  check_icu(status, "normalise text");
  return out;
}

// A character and its combining marks as they are compared.
icu::UnicodeString comparable(std::string_view cluster, bool folds) {
  const icu::UnicodeString text = decomposed(icu::UnicodeString::fromUTF8(
      icu::StringPiece(cluster.data(), static_cast<std::int32_t>(cluster.size()))));
  if (!folds) return text;
  icu::UnicodeString folded = text;
  return decomposed(folded.foldCase());
}

}  // namespace

QuoteReader::QuoteReader(std::string_view text, QuoteMatch level,
                         const std::vector<TextRange>& unspoken)
    : text_(text), folds_(level == QuoteMatch::spoken), unspoken_(unspoken) {}

// A unit of its own, made from the bytes from `begin` up to here.
void QuoteReader::finish(QuoteUnit& unit, char32_t character, std::size_t begin) const {
  unit = {character, byte_range(begin, at_)};
}

bool QuoteReader::next(QuoteUnit& unit) {
  if (!pending_.empty()) {
    unit = pending_.back();
    pending_.pop_back();
    return true;
  }
  while (at_gap()) {
    if (read_gap(unit)) return true;
  }
  if (at_ == text_.size()) return false;
  const char byte = text_[at_];
  if (is_plain_ascii(byte)) {
    ++at_;
    const auto letter = static_cast<char32_t>(byte);
    finish(unit, folds_ ? ascii_lower(letter) : letter, at_ - 1);
    return true;
  }
  const char32_t c = peek(text_, at_);
  if (is_dot(c) && read_ellipsis(unit)) return true;
  if (is_dash(c)) {
    read_dashes(unit);
  } else {
    read_letter(unit);
  }
  return true;
}

// True where white space begins or a range that is passed over.
bool QuoteReader::at_gap() const {
  if (next_unspoken_ < unspoken_.size() && unspoken_[next_unspoken_].begin.value <= at_)
    return true;
  return at_ < text_.size() && is_white_space(peek(text_, at_));
}

// One space for a run of white space; nothing where there was none, or where a mark follows a
// range that was passed over.
bool QuoteReader::read_gap(QuoteUnit& unit) {
  const std::size_t begin = at_;
  bool spaced = false;
  bool passed_over = false;
  while (at_gap()) {
    if (next_unspoken_ < unspoken_.size() && unspoken_[next_unspoken_].begin.value <= at_) {
      const std::size_t end = unspoken_[next_unspoken_++].end.value;
      passed_over = passed_over || end > at_;
      at_ = std::min(std::max(at_, end), text_.size());
    } else {
      spaced = true;
      at_ = after(text_, at_);
    }
  }
  if (!spaced || (passed_over && closes(peek(text_, at_)))) return false;
  finish(unit, U' ', begin);
  return true;
}

// Three dots or more, with or without single spaces between them, are one ellipsis.
bool QuoteReader::read_ellipsis(QuoteUnit& unit) {
  std::size_t dots = 0;
  std::size_t end = at_;
  for (std::size_t at = at_; is_dot(peek(text_, at));) {
    dots += peek(text_, at) == ellipsis ? 3 : 1;
    end = at = after(text_, at);
    if (is_dot_spacing(peek(text_, at))) at = after(text_, at);
  }
  if (dots < 3) return false;
  const std::size_t begin = at_;
  at_ = end;
  finish(unit, ellipsis, begin);
  return true;
}

void QuoteReader::read_dashes(QuoteUnit& unit) {
  const std::size_t begin = at_;
  while (is_dash(peek(text_, at_))) at_ = after(text_, at_);
  finish(unit, U'-', begin);
}

void QuoteReader::read_letter(QuoteUnit& unit) {
  const std::size_t begin = at_;
  const char32_t c = next_code_point(text_, at_);
  if (c < 0x80) return finish(unit, plain_mark(folds_ ? ascii_lower(c) : c), begin);
  if (!folds_ && nfd().isInert(static_cast<UChar32>(c)) != 0) {
    return finish(unit, plain_mark(c), begin);
  }
  while (at_ < text_.size() &&
         nfd().hasBoundaryBefore(static_cast<UChar32>(peek(text_, at_))) == 0) {
    at_ = after(text_, at_);
  }
  const icu::UnicodeString letters = comparable(text_.substr(begin, at_ - begin), folds_);
  for (std::int32_t i = letters.length(); i > 0;) {
    i = letters.moveIndex32(i, -1);
    QuoteUnit letter;
    finish(letter, plain_mark(static_cast<char32_t>(letters.char32At(i))), begin);
    letter.first = i == 0;
    letter.last = pending_.empty();
    pending_.push_back(letter);
  }
  unit = pending_.back();
  pending_.pop_back();
}

}  // namespace themata::text
