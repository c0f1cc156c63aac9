#include "themata/ingest/detail/pdf_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/pdf_columns.hpp"
#include "themata/ingest/detail/pdf_furniture.hpp"
#include "themata/ingest/detail/pdf_hyphens.hpp"
#include "themata/ingest/detail/pdf_page.hpp"
#include "themata/ingest/detail/pdf_paragraphs.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

/// Puts regions together into a document.
class Writer {
 public:
  Writer(std::vector<PdfRegion> regions, DocumentBuilder& builder)
      : regions_(std::move(regions)), builder_(builder) {}

  void write() {
    drop_repeated_titles();
    for (std::size_t i = 0; i < regions_.size(); ++i) {
      if (regions_[i].is_table()) {
        add_table(i);
      } else {
        add_text(i);
      }
    }
    for (const auto* lines : {&text_, &cells_}) {
      for (const TextLine& line : *lines) hyphens_.learn(line.text);
    }
    text_breaks_ = find_paragraphs(text_);
    cell_breaks_ = find_paragraphs(cells_);
    weigh_hyphens(text_, text_breaks_);
    weigh_hyphens(cells_, cell_breaks_);
    for (std::size_t i = 0; i < regions_.size();) {
      i = regions_[i].is_table() ? write_tables(i) : write_text(i);
    }
  }

  [[nodiscard]] std::size_t divided_words() const { return divided_words_; }
  [[nodiscard]] std::size_t repeated_titles() const { return repeated_titles_; }

 private:
  /// True if the table goes on from the region before, which is on another page.
  [[nodiscard]] bool continues_table(std::size_t i) const {
    return i > 0 && regions_[i].is_table() && regions_[i - 1].is_table() &&
           regions_[i].columns.size() == regions_[i - 1].columns.size() &&
           regions_[i].page != regions_[i - 1].page;
  }

  /// A table may have its titles on each page again.
  void drop_repeated_titles() {
    std::string titles;
    for (std::size_t i = 0; i < regions_.size(); ++i) {
      std::vector<PdfLine>& lines = regions_[i].lines;
      if (!regions_[i].is_table() || lines.empty()) continue;
      std::string first = text_of(lines.front(), regions_[i].is_right_to_left);
      if (!continues_table(i)) {
        titles = std::move(first);
      } else if (first == titles) {
        lines.erase(lines.begin());
        ++repeated_titles_;
      }
    }
  }

  void add_text(std::size_t i) {
    const PdfRegion& region = regions_[i];
    double column = region.lines.front().left();
    for (const PdfLine& line : region.lines) column = std::min(column, line.left());
    for (const PdfLine& line : region.lines) text_.push_back(text_line(line, region, i, column));
  }

  /// The cells of what is said are lines of text too, if in a file of their own.
  void add_table(std::size_t i) {
    const PdfRegion& region = regions_[i];
    const double column = region.columns[region.said];
    for (const PdfLine& line : region.lines) {
      auto cells = cells_of_line(line, region.columns);
      std::vector<PdfWord>& said = cells[region.said];
      if (said.empty()) continue;
      const std::vector<PdfLine> lines = lines_of_words(std::move(said));
      for (const PdfLine& part : lines) cells_.push_back(text_line(part, region, i, column));
    }
  }

  void weigh_hyphens(const std::vector<TextLine>& lines, const std::vector<LineBreak>& breaks) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (breaks[i] == LineBreak::none) hyphens_.weigh(lines[i - 1].text, lines[i].text);
    }
  }

  void write_joint(const TextLine& line, const TextLine* next) {
    const LineJoint joint = next == nullptr ? LineJoint{} : hyphens_.joint(line.text, next->text);
    builder_.add(std::string_view{line.text}.substr(0, line.text.size() - joint.cut));
    builder_.add(joint.between);
    if (joint.was_divided) ++divided_words_;
  }

  void write_text_line() {
    const std::size_t i = next_text_++;
    if (text_breaks_[i] == LineBreak::paragraph) builder_.end_paragraph();
    if (text_breaks_[i] == LineBreak::line) builder_.line_break();
    const bool goes_on = i + 1 < text_.size() && text_breaks_[i + 1] == LineBreak::none;
    write_joint(text_[i], goes_on ? &text_[i + 1] : nullptr);
  }

  std::size_t write_text(std::size_t i) {
    while (next_text_ < text_.size() && text_[next_text_].region == i) write_text_line();
    return i + 1;
  }

  /// A table that goes on on the next page is one.
  std::size_t write_tables(std::size_t i) {
    if (next_text_ < text_.size()) text_breaks_[next_text_] = LineBreak::paragraph;
    builder_.begin_table();
    has_row_ = false;
    do write_rows(i++);
    while (i < regions_.size() && continues_table(i));
    end_row();
    builder_.end_table();
    return i;
  }

  void write_rows(std::size_t i) {
    const PdfRegion& region = regions_[i];
    for (const PdfLine& line : region.lines) {
      auto words = cells_of_line(line, region.columns);
      std::vector<std::string> cells;
      std::size_t said_lines = 0;
      for (std::size_t c = 0; c < words.size(); ++c) {
        const std::vector<PdfLine> lines = lines_of_words(std::move(words[c]));
        if (c == region.said) said_lines = lines.size();
        std::string text;
        for (const PdfLine& part : lines) {
          if (!text.empty()) text += ' ';
          text += text_of(part, region.is_right_to_left);
        }
        cells.push_back(std::move(text));
      }
      if (!has_row_ || begins_row(cells, region.said)) begin_row(region);
      add_to_row(cells, region.said, said_lines);
    }
  }

  static bool begins_row(const std::vector<std::string>& cells, std::size_t said) {
    const auto end = cells.begin() + static_cast<std::ptrdiff_t>(said);
    return std::any_of(cells.begin(), end, [](const std::string& cell) {
      return std::any_of(cell.begin(), cell.end(),
                         [](char c) { return is_ascii_letter(c) || !text::is_ascii(c); }) ||
             cell.find(':') != cell.npos;
    });
  }

  void begin_row(const PdfRegion& region) {
    end_row();
    has_row_ = true;
    row_.assign(region.columns.size(), {});
    row_said_ = region.said;
    row_lines_.clear();
  }

  void add_to_row(std::vector<std::string>& cells, std::size_t said, std::size_t said_lines) {
    for (std::size_t c = 0; c < cells.size() && c < row_.size(); ++c) {
      if (c == said || cells[c].empty()) continue;
      if (!row_[c].empty()) row_[c] += ' ';
      row_[c] += cells[c];
    }
    for (; said_lines > 0; --said_lines) row_lines_.push_back(next_cell_++);
  }

  void end_row() {
    if (!has_row_) return;
    builder_.begin_row();
    for (std::size_t c = 0; c < row_.size(); ++c) {
      builder_.begin_cell();
      if (c == row_said_) {
        write_said();
      } else {
        builder_.add(row_[c]);
      }
    }
    has_row_ = false;
  }

  void write_said() {
    for (std::size_t n = 0; n < row_lines_.size(); ++n) {
      const std::size_t i = row_lines_[n];
      if (n > 0 && cell_breaks_[i] != LineBreak::none) builder_.line_break();
      const bool goes_on =
          n + 1 < row_lines_.size() && cell_breaks_[row_lines_[n + 1]] == LineBreak::none;
      write_joint(cells_[i], goes_on ? &cells_[row_lines_[n + 1]] : nullptr);
    }
  }

  std::vector<PdfRegion> regions_;
  DocumentBuilder& builder_;
  HyphenRules hyphens_;
  std::vector<TextLine> text_;
  std::vector<TextLine> cells_;
  std::vector<LineBreak> text_breaks_;
  std::vector<LineBreak> cell_breaks_;
  std::size_t next_text_ = 0;
  std::size_t next_cell_ = 0;
  std::size_t divided_words_ = 0;
  std::size_t repeated_titles_ = 0;
  bool has_row_ = false;
  std::vector<std::string> row_;
  std::size_t row_said_ = 0;
  std::vector<std::size_t> row_lines_;  ///< indices into `cells_`
};

// ---- Notices -----------------------------------------------------------------------------------

/// The beginning of a text in quotation marks.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  return '"' + shortened(text, longest) + '"';
}

void add_count(std::size_t count, const std::string& noun, const std::string& sample,
               std::vector<std::string>& parts) {
  if (count == 0) return;
  parts.push_back(text::plural(count, noun) + (sample.empty() ? "" : " (" + quoted(sample) + ")"));
}

void notice_furniture(const PdfFurniture& furniture, std::size_t upright_words,
                      DocumentBuilder& builder) {
  std::vector<std::string> parts;
  add_count(furniture.headers, "header", furniture.header, parts);
  add_count(furniture.footers, "footer", furniture.footer, parts);
  add_count(furniture.page_numbers, "page number", {}, parts);
  add_count(furniture.line_numbers, "line number", {}, parts);
  add_count(furniture.footnotes, "footnote", furniture.footnote, parts);
  add_count(upright_words, "word", "", parts);
  if (upright_words > 0) parts.back() += " written upwards";
  if (parts.empty()) return;
  std::string message = "left out: ";
  for (std::size_t i = 0; i < parts.size(); ++i) message += (i > 0 ? ", " : "") + parts[i];
  builder.notice(message);
}

/// Pages without words among others: pictures, perhaps.
void notice_empty_pages(const std::vector<PdfPage>& pages, DocumentBuilder& builder) {
  constexpr std::size_t most_named = 5;
  std::vector<std::size_t> empty;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].lines.empty()) empty.push_back(i + 1);
  }
  if (empty.empty() || empty.size() == pages.size()) return;
  std::string message = text::plural(empty.size(), "page") + " of " + std::to_string(pages.size()) +
                        " without text (";
  for (std::size_t i = 0; i < std::min(empty.size(), most_named); ++i) {
    message += (i > 0 ? ", " : "") + std::to_string(empty[i]);
  }
  if (empty.size() > most_named) message += ", …";
  builder.notice(message +
                 "): if they are pictures of text, run text recognition (OCR) on the file first");
}

/// Characters that the file's fonts do not tell: letters of its own, or none at all.
void notice_unknown(const std::vector<PdfPage>& pages, DocumentBuilder& builder) {
  std::size_t unknown = 0;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) {
      for (const PdfWord& word : line.words) {
        for (std::size_t at = 0; at < word.text.size();) {
          const char32_t c = text::next_code_point(word.text, at);
          if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF)) ++unknown;
        }
      }
    }
  }
  if (unknown == 0) return;
  builder.notice(text::plural(unknown, "character") +
                 " could not be told, because the file's fonts do not say what they are: compare "
                 "the text with the pages");
}

}  // namespace

Document document_of_pdf_layout(std::string_view xhtml) {
  PdfPages pages = read_pdf_pages(xhtml);
  DocumentBuilder builder;
  notice_empty_pages(pages.pages, builder);
  notice_unknown(pages.pages, builder);
  notice_furniture(take_out_furniture(pages.pages), pages.upright_words, builder);
  const double height = usual_height(pages.pages);
  std::vector<PdfRegion> regions;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const PdfRegion* const before = regions.empty() ? nullptr : &regions.back();
    auto of_page = regions_of_page(std::move(pages.pages[i]), i, height, before);
    std::move(of_page.begin(), of_page.end(), std::back_inserter(regions));
  }
  Writer writer{std::move(regions), builder};
  writer.write();
  if (writer.repeated_titles() > 0) {
    builder.notice("left out: the titles of a table's columns, " +
                   text::plural(writer.repeated_titles(), "time") + " again");
  }
  if (writer.divided_words() > 0) {
    builder.notice(text::plural(writer.divided_words(), "word") +
                   " divided at the ends of lines put together");
  }
  return builder.finish("UTF-8");
}

}  // namespace themata::ingest::detail
