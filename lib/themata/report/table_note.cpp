#include "themata/report/table_note.hpp"

#include <ostream>

#include "themata/report/detail/markdown.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {

namespace {

constexpr const char* margin = "  ";

/// A paragraph whose first line begins at the left and the others behind a margin.
void write_hanging(const std::string& begin, const std::string& sentence, const char* first_margin,
                   std::size_t width, std::ostream& out) {
  const std::size_t columns = width == 0 ? std::string::npos : width;
  const std::string shown = begin + text::printable(sentence, text::LineBreaks::as_spaces);
  const char* before = first_margin;
  for (const std::string& line : text::wrap_behind(2, shown, columns)) {
    out << before << line << '\n';
    before = margin;
  }
}

}  // namespace

void write_table_title(const std::string& title, std::size_t width, std::ostream& out) {
  if (title.empty()) return;
  const std::string shown = text::printable(title, text::LineBreaks::as_spaces);
  for (const std::string& line : text::wrap(shown, width == 0 ? std::string::npos : width)) {
    out << line << '\n';
  }
  out << '\n';
}

void write_text_foot(const TableFoot& foot, std::size_t width, std::ostream& out) {
  bool is_first = true;
  for (const std::string& sentence : foot.note) {
    write_hanging(is_first ? "Note. " : "", sentence, is_first ? "" : margin, width, out);
    is_first = false;
  }
  for (const TableFoot::Footnote& footnote : foot.footnotes) {
    write_hanging(raised(footnote.letter) + ' ', footnote.text, "", width, out);
  }
}

void write_markdown_foot(const TableFoot& foot, std::ostream& out) {
  if (!foot.note.empty()) {
    out << "*Note.*";
    for (const std::string& sentence : foot.note) out << ' ' << detail::escape_markdown(sentence);
    out << '\n';
  }
  bool needs_break = !foot.note.empty();
  for (const TableFoot::Footnote& footnote : foot.footnotes) {
    if (needs_break) out << '\n';
    out << raised(footnote.letter) << ' ' << detail::escape_markdown(footnote.text) << '\n';
    needs_break = true;
  }
}

}  // namespace themata::report
