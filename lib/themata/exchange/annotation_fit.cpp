#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/annotation.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange {

namespace {

/// One line of a text.
struct Line {
  std::size_t begin = 0;
  std::string_view text;  // without line feed
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({begin, text.substr(begin, end - begin)});
    if (end == text.size()) return lines;
    begin = end + 1;
  }
}

std::string_view without_blank_end(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    std::size_t before = end;
    if (!text::is_white_space(text::previous_code_point(line, before))) break;
    end = before;
  }
  return line.substr(0, end);
}

/// The words of a line around a byte, in quotes.
std::string words_at(const std::vector<Line>& lines, std::size_t line, std::size_t at) {
  constexpr std::size_t before = 24;
  constexpr std::size_t after = 40;
  if (line >= lines.size()) return "no such line";
  const std::string_view text = lines[line].text;
  if (text.empty()) return "an empty line";
  const auto boundary = [&](std::size_t byte) {
    return text::grapheme_boundary_before(text, text::ByteOffset{std::min(byte, text.size())})
        .value;
  };
  const std::size_t begin = at > before ? boundary(at - before) : 0;
  const std::size_t end = boundary(at + after);
  return fmt::format("\"{}{}{}\"", begin > 0 ? "…" : "", text.substr(begin, end - begin),
                     end < text.size() ? "…" : "");
}

/// Brings places of the edited text to the stored one, line by line.
class Fit {
 public:
  Fit(const ReadAnnotation& annotation, std::string_view stored)
      : annotation_(annotation), edited_(lines_of(annotation.text)), stored_(lines_of(stored)) {
    for (std::size_t i = 0; i < std::max(edited_.size(), stored_.size()); ++i) check_line(i);
  }

  [[nodiscard]] text::ByteOffset stored_place(text::ByteOffset at) const {
    const auto after =
        std::upper_bound(edited_.begin(), edited_.end(), at.value,
                         [](std::size_t offset, const Line& line) { return offset < line.begin; });
    const auto index = static_cast<std::size_t>(after - edited_.begin()) - 1;
    return text::ByteOffset{stored_[index].begin +
                            std::min(at.value - edited_[index].begin, stored_[index].text.size())};
  }

 private:
  void check_line(std::size_t i) const {
    const bool both = i < edited_.size() && i < stored_.size();
    if (both && (edited_[i].text == stored_[i].text ||
                 without_blank_end(edited_[i].text) == without_blank_end(stored_[i].text))) {
      return;
    }
    std::size_t differs = 0;
    if (both) {
      const std::string_view a = edited_[i].text;
      const std::string_view b = stored_[i].text;
      differs = static_cast<std::size_t>(
          std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    }
    throw InputError(
        annotation_.file, annotation_.text_line + i,
        fmt::format("the words were changed, and only marks may be; in the study: {}; in the file: "
                    "{}",
                    words_at(stored_, i, differs), words_at(edited_, i, differs)));
  }

  const ReadAnnotation& annotation_;
  std::vector<Line> edited_;
  std::vector<Line> stored_;
};

void refuse_cut_grapheme(const ReadAnnotation& annotation, const AnnotatedCoding& coding,
                         std::string_view stored) {
  for (const bool at_end : {false, true}) {
    const text::ByteOffset at = at_end ? coding.range.end : coding.range.begin;
    if (text::is_grapheme_boundary(stored, at)) continue;
    const text::TextRange character{text::grapheme_boundary_before(stored, at),
                                    text::grapheme_boundary_after(stored, at)};
    throw InputError(
        annotation.file, at_end ? coding.end_line : coding.begin_line,
        fmt::format(
            "a mark of {} stands inside of the character \"{}\"; put it before or behind it",
            coding.code, text::slice(stored, character)));
  }
}

}  // namespace

std::vector<AnnotatedCoding> codings_on(const ReadAnnotation& annotation, std::string_view stored) {
  std::vector<AnnotatedCoding> codings = annotation.codings;
  if (annotation.text != stored) {
    const Fit fit(annotation, stored);
    for (AnnotatedCoding& coding : codings) {
      coding.range = {fit.stored_place(coding.range.begin), fit.stored_place(coding.range.end)};
      if (!coding.range.empty()) continue;
      throw InputError(
          annotation.file, coding.begin_line,
          fmt::format("{} is put around white space that the text does not have", coding.code));
    }
  }
  for (const AnnotatedCoding& coding : codings) refuse_cut_grapheme(annotation, coding, stored);
  return codings;
}

}  // namespace themata::exchange
