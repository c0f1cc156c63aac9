#include "themata/text/words.hpp"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include "themata/text/detail/remembered_runs.hpp"
#include "themata/text/detail/word_block.hpp"
#include "themata/text/detail/word_classes.hpp"
#include "themata/text/detail/word_scan.hpp"
#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

using detail::RememberedRuns;
using detail::WordBlock;
using detail::WordClass;
using detail::WordClasses;

constexpr std::size_t first_words = 4;  // found at once, for those who want no more

bool is_letter_or_number(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

}  // namespace

// Most text is words of common letters, where the rules of UAX #29 leave nothing to look up: a
// block of bytes gives them as bits. Other words are found by rule; where only ICU can say, as with
// scripts that need a dictionary, the text is cut at a *safe point*, across which no rule looks,
// and a piece of it given to ICU.
struct WordSegmenter::Impl {
  const WordClasses& classes;
  std::string_view whole;  // of which `text` is all before the end of what is walked
  std::string_view text;
  std::size_t origin = 0;  // where the walk began
  std::size_t at = 0;      // how far the text is done; within `piece` while it lasts
  std::size_t limit = 0;   // how many words to find at once

  std::unique_ptr<icu::BreakIterator> boundaries;  // made when it is needed
  UText piece_text = UTEXT_INITIALIZER;
  std::vector<char16_t> piece;  // the stretch that ICU works on
  std::int32_t piece_size = 0;
  std::int32_t unit = 0;  // how far it has come in `piece`

  RememberedRuns remembered;
  const RememberedRuns::Words* run = nullptr;  // whose words are given, if there are any left
  std::size_t run_begin = 0;
  std::size_t given_of_run = 0;
  std::vector<TextRange> words_of_run;

  explicit Impl(const WordClasses& which) : classes(which) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { utext_close(&piece_text); }

  void start(std::string_view around, TextRange range);
  [[nodiscard]] bool is_in_piece() const { return unit < piece_size; }
  [[nodiscard]] bool is_in_run() const { return run != nullptr; }
  [[nodiscard]] bool is_done() const { return !is_in_run() && !is_in_piece() && at == text.size(); }
  std::size_t find(TextRange* words, std::size_t wanted);
  bool find_in_piece(TextRange& word);
  bool find_in_run(TextRange& word);

 private:
  // `place` itself, or the end of the character that it is in.
  [[nodiscard]] std::size_t next_character(std::size_t place) const {
    while (place < text.size() && is_continuation(text[place])) ++place;
    return place;
  }
  bool find_by_rule(std::size_t& scan, TextRange& word);
  bool find_from(std::size_t begin, TextRange& word);
  void ask_icu(std::size_t begin, std::size_t end);
  [[nodiscard]] bool is_after_apart(std::size_t place) const;
  bool enter_run(std::size_t begin);
};

void WordSegmenter::Impl::start(std::string_view around, TextRange range) {
  whole = around;
  text = around.substr(0, range.end.value);
  at = origin = range.begin.value;
  run = nullptr;
  limit = first_words;
  unit = piece_size = 0;
}

void WordSegmenter::Impl::ask_icu(std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  if (boundaries == nullptr) {
    boundaries.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check_icu(status, "find words");
  }
  const std::size_t bytes = end - begin;
  if (piece.size() < bytes) piece.resize(bytes);  // UTF-16 never has more units than UTF-8 bytes
  u_strFromUTF8WithSub(piece.data(), static_cast<std::int32_t>(piece.size()), &piece_size,
                       text.data() + begin, static_cast<std::int32_t>(bytes), 0xFFFD, nullptr,
                       &status);
  utext_openUChars(&piece_text, piece.data(), piece_size, &status);
  boundaries->setText(&piece_text, status);
  check_icu(status, "find words");
  unit = 0;
  at = begin;
}

bool WordSegmenter::Impl::find_in_piece(TextRange& word) {
  while (is_in_piece()) {
    const std::int32_t end = boundaries->next();
    const std::size_t begin = at;
    bool is_word = false;
    while (unit < end) {
      UChar32 c = 0;
      U16_NEXT(piece, unit, end, c);
      at += static_cast<std::size_t>(U8_LENGTH(c));
      is_word = is_word || is_letter_or_number(c);
    }
    if (is_word) {
      word = byte_range(begin, at);
      return true;
    }
  }
  return false;
}

bool WordSegmenter::Impl::is_after_apart(std::size_t place) const {
  if (place == origin) return true;
  return classes.of(previous_code_point(text, place)) == WordClass::apart;
}

// Makes the words of a short run at `begin` the next ones; false if there is none.
bool WordSegmenter::Impl::enter_run(std::size_t begin) {
  if (!is_after_apart(begin)) return false;
  const auto end = detail::end_of_run(text, begin, RememberedRuns::longest, classes);
  if (!end) return false;
  const std::string_view characters = text.substr(begin, *end - begin);
  run = remembered.find(characters);
  if (run == nullptr) {
    ask_icu(begin, *end);
    words_of_run.clear();
    for (TextRange word; find_in_piece(word);) words_of_run.push_back(word);
    run = &remembered.add(characters, begin, words_of_run);
  }
  run_begin = begin;
  given_of_run = 0;
  at = *end;
  return true;
}

bool WordSegmenter::Impl::find_in_run(TextRange& word) {
  if (given_of_run == run->size()) {
    run = nullptr;
    return false;
  }
  const auto [begin, end] = (*run)[given_of_run++];
  word = byte_range(run_begin + begin, run_begin + end);
  return true;
}

// The word that begins at `begin`; false if there is none, or if ICU must be asked first.
bool WordSegmenter::Impl::find_from(std::size_t begin, TextRange& word) {
  const auto segment = detail::scan_segment(text, begin, classes);
  if (!segment) {
    ask_icu(begin, detail::next_safe_point(text, begin, classes));
    return false;
  }
  at = segment->end;
  word = byte_range(begin, at);
  return segment->is_word;
}

// At byte `scan`, where a block says to take care. Moves past it if no word begins there.
bool WordSegmenter::Impl::find_by_rule(std::size_t& scan, TextRange& word) {
  const std::size_t begin = scan;
  const WordClass here = classes.next(text, scan);
  if (detail::begins_word(here)) {
    const bool found = find_from(begin, word);
    scan = at;
    return found;
  }
  if (here == WordClass::dictionary && enter_run(begin)) return false;
  if (detail::is_unknown(here)) {
    ask_icu(detail::safe_point_before(text, at, begin),
            detail::next_safe_point(text, begin, classes));
  }
  return false;
}

// The next words, at most `wanted`; fewer at the text's end, or where ICU has been asked. A block
// begins where the last one is not certain any more, or where a word does that it does not hold.
std::size_t WordSegmenter::Impl::find(TextRange* words, std::size_t wanted) {
  constexpr std::uint64_t uncertain = ~std::uint64_t{0} << WordBlock::certain;
  const bool by_known_rules = classes.knows_rules();
  std::size_t found = 0;
  for (std::size_t scan = at; scan < text.size();) {
    const std::size_t base = scan;
    const auto [word, care] = detail::word_block(whole, base, text.size(), by_known_rules);
    scan = next_character(std::min(base + WordBlock::certain, text.size()));
    for (std::uint64_t begins = (word | care) & ~uncertain; begins != 0;) {
      const auto first = static_cast<unsigned>(std::countr_zero(begins));
      const std::uint64_t ends = ~word & (~std::uint64_t{0} << first);
      const std::uint64_t end_bit = ends & -ends;
      if (end_bit == 0 || ((care | uncertain) & end_bit) != 0) {
        std::size_t place = base + first;
        const bool may_fit = (care & end_bit) == 0 && first != 0;
        if (!may_fit && find_by_rule(place, words[found]) && ++found == wanted) return found;
        if (is_in_piece() || is_in_run()) return found;
        if (may_fit || place - base >= WordBlock::certain) {
          scan = place;
          break;
        }
        begins &= ~std::uint64_t{0} << (place - base);
        continue;
      }
      const auto last = static_cast<unsigned>(std::countr_zero(ends));
      words[found++] = byte_range(base + first, base + last);
      at = base + last;
      if (found == wanted) return found;
      begins &= ~std::uint64_t{0} << last;
    }
  }
  at = text.size();
  return found;
}

WordSegmenter::WordSegmenter() : WordSegmenter(std::make_unique<Impl>(WordClasses::running())) {}
WordSegmenter::WordSegmenter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

WordSegmenter WordSegmenter::cautious() {
  return WordSegmenter(std::make_unique<Impl>(WordClasses::cautious()));
}

void WordSegmenter::start(std::string_view text, TextRange range) {
  impl_->start(text, range);
  given_ = found_ = 0;
}

void WordSegmenter::look_for(std::size_t limit) {
  Impl& now = *impl_;
  given_ = found_ = 0;
  while (found_ < limit && !now.is_done()) {
    if (now.is_in_run()) {
      if (now.find_in_run(words_[found_])) ++found_;
    } else if (now.is_in_piece()) {
      if (now.find_in_piece(words_[found_])) ++found_;
    } else {
      found_ += now.find(words_.data() + found_, limit - found_);
    }
  }
}

void WordSegmenter::look_further() {
  const std::size_t limit = std::min(impl_->limit, words_.size());
  impl_->limit = 4 * limit;
  look_for(limit);
}

std::span<const TextRange> WordSegmenter::next_run() {
  if (given_ == found_) look_for(words_.size());
  const std::span<const TextRange> run(words_.data() + given_, found_ - given_);
  given_ = found_;
  return run;
}

std::size_t count_words(std::string_view text, WordSegmenter& segmenter) {
  std::size_t count = 0;
  segmenter.start(text);
  for (;;) {
    const std::size_t more = segmenter.next_run().size();
    if (more == 0) return count;
    count += more;
  }
}

}  // namespace themata::text
