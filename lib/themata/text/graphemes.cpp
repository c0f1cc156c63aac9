#include "themata/text/graphemes.hpp"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

UGraphemeClusterBreak break_class(char32_t c) {
  return static_cast<UGraphemeClusterBreak>(
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK));
}

bool ends_surely(UGraphemeClusterBreak left) {
  switch (left) {
    case U_GCB_OTHER:
    case U_GCB_CONTROL:
    case U_GCB_CR:
    case U_GCB_LF:
    case U_GCB_LV:
    case U_GCB_LVT:
    case U_GCB_V:
    case U_GCB_T:
      return true;
    default:
      return false;
  }
}

bool begins_surely(UGraphemeClusterBreak right) {
  switch (right) {
    case U_GCB_OTHER:
    case U_GCB_CONTROL:
    case U_GCB_CR:
    case U_GCB_LV:
    case U_GCB_LVT:
      return true;
    default:
      return false;
  }
}

// True if the two code points beside `at` alone show that a grapheme ends there, whatever stands
// farther off: the rules of UAX #29 that look farther concern flags, emoji joined by ZWJ, and
// Indic conjuncts, all of which have another class on the left.
bool is_sure_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  if (is_continuation(text[at])) return false;
  if (is_ascii(text[at - 1]) && is_ascii(text[at])) return text[at - 1] != '\r' || text[at] != '\n';
  std::size_t left = at;
  std::size_t right = at;
  return ends_surely(break_class(previous_code_point(text, left))) &&
         begins_surely(break_class(next_code_point(text, right)));
}

std::size_t sure_boundary_before(std::string_view text, std::size_t at) {
  while (!is_sure_boundary(text, at)) --at;
  return at;
}

std::size_t sure_boundary_after(std::string_view text, std::size_t at) {
  while (!is_sure_boundary(text, at)) ++at;
  return at;
}

// ICU's rules at work on the stretch of text around a place, between two sure boundaries.
class Neighbourhood {
 public:
  Neighbourhood(std::string_view text, std::size_t at)
      : begin_(sure_boundary_before(text, at)), at_(static_cast<std::int32_t>(at - begin_)) {
    const std::size_t end = sure_boundary_after(text, at);
    UErrorCode status = U_ZERO_ERROR;
    text_.reset(utext_openUTF8(nullptr, text.data() + begin_,
                               static_cast<std::int64_t>(end - begin_), &status));
    graphemes_.setText(text_.get(), status);
    check_icu(status, "find characters");
  }

  std::size_t boundary_before() {
    if (graphemes_.isBoundary(at_)) return begin_ + static_cast<std::size_t>(at_);
    return begin_ + static_cast<std::size_t>(graphemes_.preceding(at_));
  }
  std::size_t boundary_after() {
    if (graphemes_.isBoundary(at_)) return begin_ + static_cast<std::size_t>(at_);
    return begin_ + static_cast<std::size_t>(graphemes_.following(at_));
  }

 private:
  struct Close {
    void operator()(UText* text) const { utext_close(text); }
  };

  static icu::BreakIterator& iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> instance = [] {
      UErrorCode status = U_ZERO_ERROR;
      std::unique_ptr<icu::BreakIterator> made(
          icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
      check_icu(status, "find characters");
      return made;
    }();
    return *instance;
  }

  std::size_t begin_;
  std::int32_t at_;
  std::unique_ptr<UText, Close> text_;
  icu::BreakIterator& graphemes_ = iterator();
};

}  // namespace

ByteOffset grapheme_boundary_before(std::string_view text, ByteOffset at) {
  if (at.value >= text.size()) return ByteOffset{text.size()};
  while (at.value > 0 && is_continuation(text[at.value])) at.value -= 1;
  if (is_sure_boundary(text, at.value)) return at;
  return ByteOffset{Neighbourhood(text, at.value).boundary_before()};
}

ByteOffset grapheme_boundary_after(std::string_view text, ByteOffset at) {
  while (at.value < text.size() && is_continuation(text[at.value])) at.value += 1;
  if (at.value >= text.size()) return ByteOffset{text.size()};
  if (is_sure_boundary(text, at.value)) return at;
  return ByteOffset{Neighbourhood(text, at.value).boundary_after()};
}

bool is_grapheme_boundary(std::string_view text, ByteOffset at) {
  return at.value <= text.size() && grapheme_boundary_before(text, at) == at;
}

TextRange snap_to_graphemes(std::string_view text, TextRange range) {
  return {grapheme_boundary_before(text, range.begin), grapheme_boundary_after(text, range.end)};
}

}  // namespace themata::text
