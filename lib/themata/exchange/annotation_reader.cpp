#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/annotation.hpp"
#include "themata/exchange/detail/annotation_frame.hpp"
#include "themata/exchange/detail/annotation_marks.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void require_utf8(const std::string& name, std::string_view bytes) {
  if (text::is_valid_utf8(bytes)) return;
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (!text::is_valid_utf8(bytes.substr(begin, end - begin))) break;
    begin = end + 1;
  }
  throw InputError(name, line, "this is not UTF-8; have the editor save the file as UTF-8");
}

/// The line from `begin`, without its end and white space before that.
std::string_view line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  std::string_view line = bytes.substr(begin, end - begin);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

[[noreturn]] void frame_is_broken(const std::string& name, std::string_view line) {
  throw InputError(name, fmt::format("the line \"{}\" is missing; put it back, or export the text "
                                     "anew",
                                     line));
}

/// Where the first line that is `wanted` begins.
std::size_t first_line(const std::string& name, std::string_view bytes, std::string_view wanted) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    if (line_at(bytes, begin) == wanted) return begin;
    begin = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
  }
  frame_is_broken(name, wanted);
}

/// Where the last line that is `wanted` begins, from `from` on.
std::size_t last_line(const std::string& name, std::string_view bytes, std::string_view wanted,
                      std::size_t from) {
  for (std::size_t end = bytes.size(); end > from;) {
    const std::size_t begin = bytes.rfind(wanted, end - 1);
    if (begin == std::string_view::npos || begin < from) break;
    if (bytes[begin - 1] == '\n' && line_at(bytes, begin) == wanted) return begin;
    end = begin;
  }
  frame_is_broken(name, wanted);
}

std::optional<std::size_t> number_before(std::string_view& rest, char end) {
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  const auto read = static_cast<std::size_t>(stop - rest.data());
  if (error != std::errc{} || read == rest.size() || *stop != end) return std::nullopt;
  rest.remove_prefix(read + 1);
  return value;
}

/// `34:56 {{Trust}}`
std::optional<ReadAnnotation::Exported> exported_coding(std::string_view written) {
  const auto begin = number_before(written, ':');
  const auto end = begin ? number_before(written, ' ') : std::nullopt;
  if (!end || *begin >= *end) return std::nullopt;
  if (!written.starts_with(detail::mark_begins) || !written.ends_with(detail::mark_ends) ||
      written.size() < detail::mark_begins.size() + detail::mark_ends.size()) {
    return std::nullopt;
  }
  written.remove_prefix(detail::mark_begins.size());
  written.remove_suffix(detail::mark_ends.size());
  const auto mark = detail::parse_mark(written);
  if (!mark || mark->closes) return std::nullopt;
  return ReadAnnotation::Exported{mark->code,
                                  {text::CodePointOffset{*begin}, text::CodePointOffset{*end}}};
}

/// Reads the lines below the text.
class FootReader {
 public:
  explicit FootReader(ReadAnnotation& annotation) : annotation_(annotation) {}

  void read(std::string_view foot, std::size_t line) {
    for (std::size_t begin = 0; begin < foot.size(); ++line) {
      take(line_at(foot, begin), line);
      begin = std::min(foot.find('\n', begin), foot.size() - 1) + 1;
    }
    const AnnotationOrigin& origin = annotation_.origin;
    for (const auto& [key, value] :
         {std::pair{"study", &origin.study}, std::pair{"source-id", &origin.source_id},
          std::pair{"source", &origin.source}, std::pair{"coder", &origin.coder},
          std::pair{"text", &origin.text_hash}}) {
      if (value->empty()) frame_is_broken(annotation_.file, fmt::format("# {}: ...", key));
    }
  }

 private:
  void take(std::string_view line, std::size_t number) {
    constexpr std::string_view coding = "# coding: ";
    AnnotationOrigin& origin = annotation_.origin;
    if (line.starts_with(coding)) {
      auto exported = exported_coding(line.substr(coding.size()));
      if (!exported) {
        throw InputError(
            annotation_.file, number,
            "this line is not as it was written; put it back, or export the text anew");
      }
      annotation_.exported.push_back(std::move(*exported));
      return;
    }
    take(line, "# study: ", origin.study);
    take(line, "# source-id: ", origin.source_id);
    take(line, "# source: ", origin.source);
    take(line, "# coder: ", origin.coder);
    take(line, "# text: ", origin.text_hash);
  }

  static void take(std::string_view line, std::string_view key, std::string& value) {
    if (line.starts_with(key)) value = line.substr(key.size());
  }

  ReadAnnotation& annotation_;
};

std::size_t line_breaks(std::string_view bytes) {
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

}  // namespace

ReadAnnotation read_annotation(const std::string& name, std::string_view bytes) {
  ReadAnnotation annotation;
  annotation.file = name;
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  require_utf8(name, bytes);
  annotation.is_empty = text::trim(bytes).empty();
  if (annotation.is_empty) return annotation;
  const std::size_t head = first_line(name, bytes, detail::text_begins);
  const std::size_t begin = bytes.find('\n', head);
  if (begin == std::string_view::npos) frame_is_broken(name, detail::text_ends);
  const std::size_t foot = last_line(name, bytes, detail::text_ends, begin + 1);
  const std::string_view marked =
      foot > begin + 1 ? bytes.substr(begin + 1, foot - 1 - (begin + 1)) : std::string_view{};
  annotation.text_line = line_breaks(bytes.substr(0, begin)) + 2;
  FootReader(annotation).read(bytes.substr(foot), line_breaks(bytes.substr(0, foot)) + 1);
  detail::UnmarkedText unmarked = detail::without_marks(name, annotation.text_line, marked);
  annotation.text = std::move(unmarked.text);
  annotation.codings = std::move(unmarked.codings);
  return annotation;
}

}  // namespace themata::exchange
