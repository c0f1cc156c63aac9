#include "themata/text/words.hpp"

#include <array>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

// Most text is ASCII words between spaces, where the rules of UAX #29 leave nothing to look up.
// Such words are found by hand; everything else is cut at a *safe point* and given to ICU.
//
// A safe point is a place across which no rule looks: after a line feed (WB3a), or after an ASCII
// character that never joins anything, if an ASCII character follows (another one might extend it).
enum class Ascii : unsigned char {
  letter,
  digit,
  mark,    // joins letters or digits on both its sides in some rule: . , : ; ' "
  apart,   // never joins anything: white space, controls, the other punctuation and symbols
  tricky,  // differs between versions, or extends words (_ @); and every byte that is not ASCII
};

constexpr std::array<Ascii, 256> make_ascii_classes() {
  std::array<Ascii, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    table[byte] = byte < 0x80 ? Ascii::apart : Ascii::tricky;
  }
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = Ascii::letter;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = Ascii::letter;
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = Ascii::digit;
  for (const char c : {'.', ',', ':', ';', '\'', '"'}) {
    table[static_cast<unsigned char>(c)] = Ascii::mark;
  }
  table['_'] = table['@'] = Ascii::tricky;
  return table;
}

constexpr std::array<Ascii, 256> ascii_classes = make_ascii_classes();

Ascii class_of(char c) { return ascii_classes[static_cast<unsigned char>(c)]; }
bool is_alphanumeric(Ascii c) { return c <= Ascii::digit; }
bool stands_alone(Ascii c) { return c == Ascii::mark || c == Ascii::apart; }

// Whether `mark` between these two neighbours certainly makes one word of them (WB6, 7, 11, 12).
bool joins(Ascii before, char mark, Ascii after) {
  if (before != after) return false;
  if (before == Ascii::letter) return mark == '.' || mark == '\'';
  return before == Ascii::digit && (mark == '.' || mark == '\'' || mark == ',' || mark == ';');
}

// Where the plain ASCII word that begins at `begin` ends; nothing if the rules must be asked.
std::optional<std::size_t> plain_word_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin;; ++at) {
    if (at == text.size()) return at;
    const Ascii here = class_of(text[at]);
    if (is_alphanumeric(here)) continue;
    if (here == Ascii::apart) return at;
    if (here == Ascii::tricky) return std::nullopt;
    if (at + 1 == text.size()) return at;
    const Ascii after = class_of(text[at + 1]);
    if (stands_alone(after)) return at;
    if (!joins(class_of(text[at - 1]), text[at], after)) return std::nullopt;
  }
}

// The first safe point after `from`.
std::size_t next_safe_point(std::string_view text, std::size_t from) {
  for (std::size_t at = from + 1; at < text.size(); ++at) {
    if (text[at - 1] == '\n') return at;
    const bool in_spaces = text[at - 1] == ' ' && text[at] == ' ';  // these stay together (WB3d)
    if (class_of(text[at - 1]) == Ascii::apart && is_ascii(text[at]) && !in_spaces) return at;
  }
  return text.size();
}

bool is_letter_or_number(UChar32 c) {
  if (c < 0x80) return is_alphanumeric(ascii_classes[static_cast<std::size_t>(c)]);
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

}  // namespace

struct WordSegmenter::Impl {
  std::string_view text;
  std::size_t at = 0;  // where to go on in `text`: a safe point, or within `piece`

  std::unique_ptr<icu::BreakIterator> boundaries;
  UText piece_text = UTEXT_INITIALIZER;
  std::vector<char16_t> piece;  // the stretch that ICU works on
  std::int32_t piece_size = 0;
  std::int32_t unit = 0;  // how far it has come in `piece`

  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    boundaries.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check_icu(status, "find words");
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { utext_close(&piece_text); }

  void open_piece(std::size_t end);
  std::optional<TextRange> next_in_piece();
};

void WordSegmenter::Impl::open_piece(std::size_t end) {
  const std::size_t bytes = end - at;
  if (piece.size() < bytes) piece.resize(bytes);  // UTF-16 never has more units than UTF-8 bytes
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(piece.data(), static_cast<std::int32_t>(piece.size()), &piece_size,
                       text.data() + at, static_cast<std::int32_t>(bytes), 0xFFFD, nullptr,
                       &status);
  utext_openUChars(&piece_text, piece.data(), piece_size, &status);
  boundaries->setText(&piece_text, status);
  check_icu(status, "find words");
  unit = 0;
}

std::optional<TextRange> WordSegmenter::Impl::next_in_piece() {
  while (unit < piece_size) {
    const std::int32_t end = boundaries->next();
    const std::size_t begin = at;
    bool is_word = false;
    while (unit < end) {
      UChar32 c = 0;
      U16_NEXT(piece, unit, end, c);
      at += static_cast<std::size_t>(U8_LENGTH(c));
      is_word = is_word || is_letter_or_number(c);
    }
    if (is_word) return byte_range(begin, at);
  }
  return std::nullopt;
}

WordSegmenter::WordSegmenter() : impl_(std::make_unique<Impl>()) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

void WordSegmenter::start(std::string_view text) {
  impl_->text = text;
  impl_->at = 0;
  impl_->unit = impl_->piece_size = 0;
}

std::optional<TextRange> WordSegmenter::next() {
  Impl& now = *impl_;
  const std::string_view text = now.text;
  for (;;) {
    if (auto word = now.next_in_piece()) return word;
    std::size_t begin = now.at;
    while (begin < text.size() && stands_alone(class_of(text[begin]))) ++begin;
    if (begin >= text.size()) return std::nullopt;
    if (is_alphanumeric(class_of(text[begin]))) {
      if (const auto end = plain_word_end(text, begin)) {
        now.at = *end;
        return byte_range(begin, *end);
      }
    }
    now.open_piece(next_safe_point(text, begin));
  }
}

std::size_t count_words(std::string_view text, WordSegmenter& segmenter) {
  std::size_t count = 0;
  segmenter.start(text);
  while (segmenter.next()) ++count;
  return count;
}

}  // namespace themata::text
