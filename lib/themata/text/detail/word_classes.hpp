#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "themata/text/utf8.hpp"

namespace themata::text::detail {

/// What a character does in the rules of Unicode Standard Annex #29, as far as words need it.
enum class WordClass : std::uint8_t {
  letter,        // ALetter
  hebrew,        // Hebrew_Letter
  digit,         // Numeric
  joiner,        // ExtendNumLet, such as _
  lone,          // a number that joins nothing, such as ½: a word by itself
  extend,        // Extend, Format: belongs to what stands before it
  zwj,           // the same, unless a pictograph follows (WB3c)
  mid_letter,    // may stand between letters
  mid_number,    // may stand between numbers
  mid_both,      // may stand between either, such as . and ’
  single_quote,  // the same; after a Hebrew letter it joins alone (WB7a)
  double_quote,  // may stand between Hebrew letters
  colon,         // between letters: versions differ, ask
  apart,         // joins nothing on either side
  pictograph,    // the same, unless a joiner stands before it
  dictionary,    // only ICU can say, but nothing `apart` joins it
  odd,           // only ICU can say
};

/// True for what begins a segment that the rules alone decide.
constexpr bool begins_word(WordClass c) { return c <= WordClass::lone; }
constexpr bool is_unknown(WordClass c) { return c >= WordClass::dictionary; }

/// The classes of all code points, from the properties of the ICU that runs, a page at a time when
/// it is first asked for. The rules that they serve are those of one version of ICU: under another
/// (`known_rules` false) all but ASCII is `odd`, and so are the ASCII characters whose rules have
/// changed between versions. Safe to share between threads.
class WordClasses {
 public:
  explicit WordClasses(bool known_rules);
  ~WordClasses();
  WordClasses(const WordClasses&) = delete;
  WordClasses& operator=(const WordClasses&) = delete;

  /// The tables for the ICU that runs.
  static const WordClasses& running();
  /// The tables for an ICU whose rules are not known.
  static const WordClasses& cautious();

  [[nodiscard]] bool knows_rules() const { return known_rules_; }

  [[nodiscard]] WordClass of(char32_t c) const {
    const Page* page = pages_[c / page_size].load(std::memory_order_acquire);
    if (page == nullptr) page = &make_page(c / page_size);
    return (*page)[c % page_size];
  }
  [[nodiscard]] WordClass of_ascii(char c) const { return ascii_[static_cast<unsigned char>(c)]; }
  /// The class of the character at byte `at`, which moves past it.
  WordClass next(std::string_view text, std::size_t& at) const {
    if (is_ascii(text[at])) return of_ascii(text[at++]);
    return of(next_code_point(text, at));
  }

 private:
  static constexpr std::size_t page_size = 128;
  static constexpr std::size_t page_count = 0x110000 / page_size;
  using Page = std::array<WordClass, page_size>;
  const Page& make_page(std::size_t number) const;
  [[nodiscard]] WordClass look_up(char32_t c) const;

  bool known_rules_;
  Page ascii_{};
  mutable std::array<std::atomic<const Page*>, page_count> pages_{};
};

/// True if the rules of `WordClasses` are those of the ICU that runs.
bool rules_are_known();

}  // namespace themata::text::detail
