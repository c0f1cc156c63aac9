#include "themata/text/display_width.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr char32_t emoji_presentation_selector = 0xFE0F;

bool has(UProperty property, char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

std::size_t code_point_width(char32_t c) {
  if (c < 0x300 || (c >= 0x2010 && c <= 0x2027)) return 1;  // Latin letters, dashes, quotes
  if (has(UCHAR_EMOJI_PRESENTATION, c)) return 2;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return c == 0xAD ? 1 : 0;  // a soft hyphen is shown
    default:
      break;
  }
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

// A grapheme is as wide as its first character, or as the emoji that it is shown as.
std::size_t grapheme_width(std::string_view grapheme) {
  std::size_t at = 0;
  const char32_t first = next_code_point(grapheme, at);
  const std::size_t width = code_point_width(first);
  while (at < grapheme.size()) {
    const char32_t c = next_code_point(grapheme, at);
    if (c == emoji_presentation_selector && has(UCHAR_EMOJI, first)) return 2;
  }
  return width;
}

std::string_view first_grapheme(std::string_view text) {
  if (text.size() == 1 || (is_ascii(text[0]) && is_ascii(text[1]))) return text.substr(0, 1);
  return text.substr(0, grapheme_boundary_after(text, ByteOffset{1}).value);
}

// How many characters of ASCII, a column each, begin the text. To the last one what follows may
// belong.
std::size_t narrow_prefix(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_ascii);
  const auto ascii = static_cast<std::size_t>(end - text.begin());
  return ascii == text.size() || ascii == 0 ? ascii : ascii - 1;
}

bool is_blank(std::string_view grapheme) {
  std::size_t at = 0;
  return is_white_space(next_code_point(grapheme, at));
}

// The lines of one paragraph, which holds no line feed.
class Wrapper {
 public:
  explicit Wrapper(std::size_t width) : width_(std::max<std::size_t>(1, width)) {}

  // `begin` is where the paragraph begins in its text.
  void add(std::string_view paragraph, std::size_t begin, std::vector<TextRange>& lines) {
    rest_ = paragraph;
    do {
      const std::size_t at = begin + (paragraph.size() - rest_.size());
      const std::size_t size = rest_.empty() ? 0 : take_line().size();
      lines.push_back(byte_range(at, at + size));
    } while (!rest_.empty());
  }

 private:
  // Cuts one line from `rest_`, and the white space at which it was broken.
  std::string_view take_line() {
    std::size_t at = 0;
    std::size_t columns = 0;
    std::size_t line_end = 0;  // before the last white space that fitted
    std::size_t next_begin = 0;
    bool after_blank = true;  // white space that begins a paragraph is no place to break
    while (at < rest_.size()) {
      const std::string_view grapheme = first_grapheme(rest_.substr(at));
      const bool blank = is_blank(grapheme);
      if (blank && !after_blank) line_end = at;
      columns += grapheme_width(grapheme);
      if (columns > width_ && !blank) break;
      after_blank = blank;
      at += grapheme.size();
      if (blank && line_end > 0) next_begin = at;
    }
    if (at == rest_.size()) return cut(after_blank && line_end > 0 ? line_end : at, at);
    if (line_end > 0) return cut(line_end, next_begin);
    if (at == 0) at = first_grapheme(rest_).size();
    return cut(at, at);
  }

  std::string_view cut(std::size_t end, std::size_t next_begin) {
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(next_begin);
    return line;
  }

  std::size_t width_;
  std::string_view rest_;
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (true) {
    const std::size_t narrow = narrow_prefix(text);
    columns += narrow;
    text.remove_prefix(narrow);
    if (text.empty()) return columns;
    const std::string_view grapheme = first_grapheme(text);
    columns += grapheme_width(grapheme);
    text.remove_prefix(grapheme.size());
  }
}

std::string shortened(std::string_view text, std::size_t width, CutAt cut_at) {
  std::size_t columns = display_width(text);
  if (columns <= width) return std::string(text);
  // From the front, graphemes are dropped until the rest fits; or kept as long as they fit.
  const std::size_t room = width - 1;
  std::size_t at = 0;
  std::size_t kept = 0;
  while (at < text.size()) {
    const std::string_view grapheme = first_grapheme(text.substr(at));
    const std::size_t wide = grapheme_width(grapheme);
    if (cut_at == CutAt::end && kept + wide > room) break;
    if (cut_at == CutAt::begin && columns <= room) break;
    kept += wide;
    columns -= wide;
    at += grapheme.size();
  }
  if (cut_at == CutAt::end) return std::string(text.substr(0, at)) + "…";
  return "…" + std::string(text.substr(at));
}

std::vector<TextRange> wrap_ranges(std::string_view text, std::size_t width) {
  std::vector<TextRange> lines;
  Wrapper wrapper(width);
  std::size_t begin = 0;
  do {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    wrapper.add(text.substr(begin, end - begin), begin, lines);
    begin = end + 1;
  } while (begin < text.size());
  return lines;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const TextRange line : wrap_ranges(text, width)) lines.emplace_back(slice(text, line));
  return lines;
}

std::vector<std::string> wrap_behind(std::size_t margin, std::string_view text, std::size_t width) {
  constexpr std::size_t least = 20;
  return wrap(text, width > margin + least ? width - margin : least);
}

}  // namespace themata::text
