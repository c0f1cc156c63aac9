#include "themata/ingest/markdown.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/markdown_inlines.hpp"
#include "themata/ingest/detail/plain_markdown.hpp"

namespace themata::ingest {
namespace {

constexpr std::size_t code_indent = 4;

/// How a line begins.
struct LineShape {
  std::size_t indent = 0;    ///< columns of white space, tabs to the next multiple of 4
  std::string_view content;  ///< after the indent
  [[nodiscard]] bool is_blank() const { return content.empty(); }
};

LineShape shape_of(std::string_view line) {
  LineShape shape;
  std::size_t at = 0;
  for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at) {
    shape.indent += line[at] == '\t' ? code_indent - shape.indent % code_indent : 1;
  }
  shape.content = line.substr(at);
  return shape;
}

std::size_t run_length(std::string_view content, char c) {
  const std::size_t length = content.find_first_not_of(c);
  return length == content.npos ? content.size() : length;
}

bool followed_by_space(std::string_view content, std::size_t at) {
  return at >= content.size() || content[at] == ' ' || content[at] == '\t';
}

bool is_heading(std::string_view content) {
  const std::size_t level = run_length(content, '#');
  return level >= 1 && level <= 6 && followed_by_space(content, level);
}

/// `---`, `* * *`
bool is_thematic_break(std::string_view content) {
  constexpr std::size_t fewest = 3;
  const char mark = content.empty() ? '\0' : content.front();
  if (mark != '*' && mark != '_' && mark != '-') return false;
  std::size_t marks = 0;
  for (const char c : content) {
    if (c == mark)
      ++marks;
    else if (c != ' ' && c != '\t')
      return false;
  }
  return marks >= fewest;
}

/// `- `, `* `, `+ `, `1. `, `1) `
bool is_list_item(std::string_view content) {
  constexpr std::size_t most_digits = 9;
  if (content.empty()) return false;
  const char mark = content.front();
  if (mark == '-' || mark == '*' || mark == '+') return followed_by_space(content, 1);
  std::size_t digits = 0;
  while (digits < content.size() && detail::is_digit(content[digits])) ++digits;
  return digits >= 1 && digits <= most_digits && digits < content.size() &&
         (content[digits] == '.' || content[digits] == ')') &&
         followed_by_space(content, digits + 1);
}

/// The fence of a code block.
struct Fence {
  char mark;
  std::size_t length;
};

std::optional<Fence> opening_fence(const LineShape& line) {
  constexpr std::size_t shortest = 3;
  if (line.is_blank() || line.indent >= code_indent) return {};
  const char mark = line.content.front();
  if (mark != '`' && mark != '~') return {};
  const std::size_t length = run_length(line.content, mark);
  const bool is_code_span = mark == '`' && line.content.find('`', length) != line.content.npos;
  if (length < shortest || is_code_span) return {};
  return Fence{mark, length};
}

bool closes(const Fence& fence, const LineShape& line) {
  if (line.is_blank() || line.indent >= code_indent || line.content.front() != fence.mark) {
    return false;
  }
  const std::size_t length = run_length(line.content, fence.mark);
  return length >= fence.length &&
         line.content.find_first_not_of(" \t", length) == line.content.npos;
}

/// Divides a Markdown text into paragraphs and what is copied as it is. No line end is changed.
class BlockReader {
 public:
  explicit BlockReader(std::string_view markdown) : in_(markdown) {
    plain_.text.reserve(in_.size());
  }

  detail::PlainMarkdown read() {
    while (at_ < in_.size()) read_line();
    end_paragraph();
    return std::move(plain_);
  }

 private:
  void read_line() {
    std::size_t end = in_.find('\n', at_);
    end = end == in_.npos ? in_.size() : end + 1;
    std::string_view line = in_.substr(at_, end - at_);
    if (line.ends_with('\n')) line.remove_suffix(1);
    const LineShape shape = shape_of(line);
    if (is_code(shape)) {
      end_paragraph();
      plain_.text += in_.substr(at_, end - at_);
      at_ = paragraph_ = end;
      return;
    }
    if (begins_block(shape)) end_paragraph();
    follow_lists(shape);
    was_blank_ = shape.is_blank();
    at_ = end;
    if (was_blank_ || is_heading(shape.content)) end_paragraph();
  }

  /// Fenced code, or indented code: that follows a blank line and belongs to no list.
  bool is_code(const LineShape& line) {
    if (fence_) {
      if (closes(*fence_, line)) fence_.reset();
      was_blank_ = true;  // code goes before a new paragraph as a blank line does
      return true;
    }
    fence_ = opening_fence(line);
    if (fence_) return true;
    return line.indent >= code_indent && !line.is_blank() && was_blank_ && !in_list_;
  }

  static bool begins_block(const LineShape& line) {
    return line.indent < code_indent && (is_heading(line.content) || is_list_item(line.content) ||
                                         is_thematic_break(line.content));
  }

  /// A list goes on until a line without indent follows a blank one.
  void follow_lists(const LineShape& line) {
    if (line.is_blank()) return;
    if (is_list_item(line.content))
      in_list_ = true;
    else if (was_blank_ && line.indent == 0)
      in_list_ = false;
  }

  void end_paragraph() {
    detail::append_plain_inlines(in_.substr(paragraph_, at_ - paragraph_), plain_.text,
                                 plain_.emphasised_colons);
    paragraph_ = at_;
  }

  std::string_view in_;
  detail::PlainMarkdown plain_;
  std::size_t at_ = 0;
  std::size_t paragraph_ = 0;  ///< where the paragraph begins that `at_` is in
  std::optional<Fence> fence_;
  bool was_blank_ = true;
  bool in_list_ = false;
};

}  // namespace

namespace detail {

PlainMarkdown plain_markdown(std::string_view markdown) { return BlockReader(markdown).read(); }

}  // namespace detail

std::string plain_from_markdown(std::string_view markdown) {
  return detail::plain_markdown(markdown).text;
}

}  // namespace themata::ingest
