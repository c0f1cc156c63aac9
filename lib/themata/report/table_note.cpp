#include "themata/report/table_note.hpp"

#include <ostream>

#include "themata/report/detail/markdown.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {

namespace {

void write_text_note(const std::vector<std::string>& sentences, std::size_t width,
                     std::ostream& out) {
  const std::size_t columns = width == 0 ? std::string::npos : width;
  std::string shown = "Note. ";
  std::string margin;
  for (const std::string& sentence : sentences) {
    shown += text::printable(sentence, text::LineBreaks::as_spaces);
    for (const std::string& line : text::wrap_behind(2, shown, columns)) {
      out << margin << line << '\n';
      margin = "  ";
    }
    shown.clear();
  }
}

void write_markdown_note(const std::vector<std::string>& sentences, std::ostream& out) {
  out << "*Note.*";
  for (const std::string& sentence : sentences) out << ' ' << detail::escape_markdown(sentence);
  out << '\n';
}

}  // namespace

bool carries_note(TableFormat format) {
  return format == TableFormat::text || format == TableFormat::md;
}

void write_table_note(const std::vector<std::string>& sentences, TableFormat format,
                      std::size_t width, std::ostream& out) {
  if (sentences.empty()) return;
  if (format == TableFormat::md) {
    write_markdown_note(sentences, out);
  } else {
    write_text_note(sentences, width, out);
  }
}

}  // namespace themata::report
