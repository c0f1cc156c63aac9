#include "themata/exchange/annotation.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/annotation_frame.hpp"
#include "themata/exchange/detail/annotation_marks.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::exchange {

namespace {

using detail::Mark;

constexpr std::size_t page_width = 98;

/// Each coding once, in order of begin, the longer first.
std::vector<AnnotatedCoding> in_order(std::vector<AnnotatedCoding> codings) {
  const auto key = [](const AnnotatedCoding& coding) {
    return std::make_tuple(coding.range.begin.value, ~coding.range.end.value,
                           std::string_view(coding.code));
  };
  std::sort(codings.begin(), codings.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  codings.erase(std::unique(codings.begin(), codings.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                codings.end());
  return codings;
}

/// For each coding the least number that no open coding with its code has.
std::vector<std::size_t> numbers_of(const std::vector<AnnotatedCoding>& codings) {
  std::vector<std::size_t> numbers;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < codings.size(); ++i) {
    std::erase_if(open, [&](std::size_t other) {
      return codings[other].range.end <= codings[i].range.begin;
    });
    std::set<std::size_t> taken;
    for (const std::size_t other : open) {
      if (codings[other].code == codings[i].code) taken.insert(numbers[other]);
    }
    std::size_t number = 1;
    while (taken.contains(number)) ++number;
    numbers.push_back(number);
    open.push_back(i);
  }
  return numbers;
}

/// A mark and where it goes.
struct PlacedMark {
  std::size_t at = 0;
  Mark mark;
};

/// In the order of the file: at one place closing marks before opening ones, and of the closing
/// ones first what was opened last.
std::vector<PlacedMark> marks_of(const std::vector<AnnotatedCoding>& codings) {
  const std::vector<std::size_t> numbers = numbers_of(codings);
  std::vector<std::size_t> by_end(codings.size());
  std::iota(by_end.rbegin(), by_end.rend(), std::size_t{0});
  std::stable_sort(by_end.begin(), by_end.end(), [&](std::size_t a, std::size_t b) {
    return codings[a].range.end < codings[b].range.end;
  });
  std::vector<PlacedMark> marks;
  auto next_end = by_end.begin();
  const auto close_to = [&](std::size_t at) {
    for (; next_end != by_end.end() && codings[*next_end].range.end.value <= at; ++next_end) {
      const AnnotatedCoding& coding = codings[*next_end];
      marks.push_back({coding.range.end.value, {true, coding.code, numbers[*next_end]}});
    }
  };
  for (std::size_t i = 0; i < codings.size(); ++i) {
    close_to(codings[i].range.begin.value);
    marks.push_back({codings[i].range.begin.value, {false, codings[i].code, numbers[i]}});
  }
  close_to(std::string::npos);
  return marks;
}

/// A piece of the text, so that no brace in it, nor before a mark behind it, begins a mark.
void append_escaped(std::string_view piece, bool mark_follows, std::string& out) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t plain = std::min(piece.find_first_of("\\{", at), piece.size());
    out += piece.substr(at, plain - at);
    const std::size_t end = std::min(piece.find_first_not_of(detail::escape, plain), piece.size());
    const bool before_brace = end == piece.size() ? mark_follows : piece[end] == '{';
    out.append((end - plain) * (before_brace ? 2 : 1), detail::escape);
    at = end;
    if (at == piece.size() || piece[at] != '{') continue;
    const bool brace_follows = at + 1 == piece.size() ? mark_follows : piece[at + 1] == '{';
    if (brace_follows) out += detail::escape;
    out += piece[at++];
  }
}

void append_marked_text(const Annotation& annotation, const std::vector<AnnotatedCoding>& codings,
                        std::string& out) {
  const std::string_view text = annotation.text;
  std::size_t at = 0;
  for (const PlacedMark& placed : marks_of(codings)) {
    append_escaped(text.substr(at, placed.at - at), true, out);
    out += detail::written_mark(placed.mark);
    at = placed.at;
  }
  append_escaped(text.substr(at), false, out);
}

void append_codes(const std::vector<std::string>& codes, std::string& out) {
  if (codes.empty()) return;
  out += "# The study's codes, to copy from:\n";
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) out += "#  " + line + '\n';
    line.clear();
  };
  for (const std::string& code : codes) {
    const std::string mark = opening_mark(code);
    if (text::display_width(line) + text::display_width(mark) > page_width) end_line();
    line += ' ' + mark;
  }
  end_line();
  out += "#\n";
}

void append_head(const Annotation& annotation, std::string& out) {
  const AnnotationOrigin& origin = annotation.origin;
  out += detail::annotation_title;
  out += fmt::format("\n# {}, with the codings of {}\n#\n", origin.source, origin.coder);
  out +=
      "# Two marks put a code around words:  {{Trust}}I felt safe there{{/Trust}}\n"
      "# {{/}} closes what was opened last. Codings may overlap; if two with the same code do, "
      "number\n"
      "# the second: {{Trust#2}} ... {{/Trust#2}}. To take a coding away, delete both of its "
      "marks.\n"
      "# Change nothing but marks: the words must stay. \\{{ is two braces that are no mark.\n"
      "# To give up, leave the file as it is, or empty it.\n"
      "#\n";
  append_codes(annotation.codes, out);
  out += detail::text_begins;
  out += '\n';
}

void append_foot(const Annotation& annotation, const std::vector<AnnotatedCoding>& codings,
                 std::string& out) {
  const AnnotationOrigin& origin = annotation.origin;
  out += '\n';
  out += detail::text_ends;
  out += fmt::format(
      "\n# What this file was made from; leave it as it is.\n"
      "# study: {}\n# source-id: {}\n# source: {}\n# coder: {}\n# text: {}\n",
      origin.study, origin.source_id, origin.source, origin.coder, origin.text_hash);
  const text::OffsetIndex offsets(annotation.text);
  for (const AnnotatedCoding& coding : codings) {
    const text::CodePointRange range = offsets.code_points(coding.range);
    out += fmt::format("# coding: {}:{} {}\n", range.begin.value, range.end.value,
                       opening_mark(coding.code));
  }
}

}  // namespace

std::string opening_mark(std::string_view code) {
  if (code.find('\n') != std::string_view::npos) {
    throw InputError(fmt::format(
        "the name of the code \"{}\" has a line break, which no mark can hold; rename it", code));
  }
  return detail::written_mark({false, std::string(code), 1});
}

std::string write_annotation(const Annotation& annotation) {
  const std::vector<AnnotatedCoding> codings = in_order(annotation.codings);
  std::string out;
  out.reserve(annotation.text.size() + 4096);
  append_head(annotation, out);
  append_marked_text(annotation, codings, out);
  append_foot(annotation, codings, out);
  return out;
}

}  // namespace themata::exchange
