#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "themata/container/zip_writer.hpp"
#include "themata/report/detail/document_writers.hpp"
#include "themata/report/detail/word_markup.hpp"
#include "themata/text/xml_characters.hpp"

namespace themata::report::detail {

namespace {

const char* style_of(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::title:
      return "Title";
    case Paragraph::Kind::heading:
      return "Heading1";
    case Paragraph::Kind::subheading:
      return "Heading2";
    case Paragraph::Kind::block_quotation:
      return "Quote";
    case Paragraph::Kind::small:
      return "Reference";
    case Paragraph::Kind::body:
      break;
  }
  return "Normal";
}

void append_comment_mark(pugi::xml_node parent, const char* name, std::size_t comment) {
  parent.append_child(name).append_attribute("w:id").set_value(
      static_cast<unsigned long long>(comment));
}

/// The end of a comment's stretch, and the mark by which Word shows it.
void append_comment_end(pugi::xml_node paragraph, std::size_t comment) {
  append_comment_mark(paragraph, "w:commentRangeEnd", comment);
  pugi::xml_node run = paragraph.append_child("w:r");
  run.append_child("w:rPr")
      .append_child("w:rStyle")
      .append_attribute("w:val")
      .set_value("CommentReference");
  append_comment_mark(run, "w:commentReference", comment);
}

void append_paragraph(pugi::xml_node body, const Paragraph& paragraph) {
  pugi::xml_node node = append_word_paragraph(body, style_of(paragraph.kind));
  for (const TextRun& run : paragraph.runs) {
    for (const std::size_t comment : run.comments_begin) {
      append_comment_mark(node, "w:commentRangeStart", comment);
    }
    append_word_run(node, run.text, run.style);
    for (const std::size_t comment : run.comments_end) append_comment_end(node, comment);
  }
}

/// A4 with margins of an inch, in twentieths of a point; turned on its side for a table of many
/// columns.
struct Page {
  static constexpr std::size_t most_columns_upright = 7;
  static constexpr int margin = 1440;
  int width = 11906;
  int height = 16838;
  bool is_turned = false;

  explicit Page(const Document& document) {
    is_turned = std::any_of(document.blocks.begin(), document.blocks.end(), [](const auto& block) {
      const auto* table = std::get_if<Table>(&block);
      return table != nullptr && table->columns.size() > most_columns_upright;
    });
    if (is_turned) std::swap(width, height);
  }

  [[nodiscard]] int text_width() const { return width - 2 * margin; }

  void append_to(pugi::xml_node body) const {
    pugi::xml_node section = body.append_child("w:sectPr");
    pugi::xml_node size = section.append_child("w:pgSz");
    size.append_attribute("w:w").set_value(width);
    size.append_attribute("w:h").set_value(height);
    if (is_turned) size.append_attribute("w:orient").set_value("landscape");
    pugi::xml_node margins = section.append_child("w:pgMar");
    for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"}) {
      margins.append_attribute(side).set_value(margin);
    }
    for (const char* side : {"w:header", "w:footer"}) margins.append_attribute(side).set_value(708);
    margins.append_attribute("w:gutter").set_value(0);
  }
};

constexpr std::string_view declaration =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    "\n";

/// The main part, block by block, so that memory does not hold the tree of them all.
std::string main_part(const Document& document) {
  std::string part(declaration);
  part += "<w:document xmlns:w=\"" + std::string(word_name_space) + "\"><w:body>";
  const Page page(document);
  std::size_t tables = 0;
  pugi::xml_document block_xml;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      block_xml.reset();
      append_paragraph(block_xml, *paragraph);
      part += xml_of(block_xml);
    } else {
      write_word_table(std::get<Table>(block), ++tables, page.text_width(), part);
    }
  }
  block_xml.reset();
  page.append_to(block_xml);
  return part + xml_of(block_xml) + "</w:body></w:document>";
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(text::xml_characters(value).text.c_str());
}

std::string comments_part(const Document& document) {
  pugi::xml_document part;
  pugi::xml_node root = part.append_child("w:comments");
  root.append_attribute("xmlns:w").set_value(word_name_space);
  for (std::size_t i = 0; i < document.comments.size(); ++i) {
    const Comment& comment = document.comments[i];
    pugi::xml_node node = root.append_child("w:comment");
    node.append_attribute("w:id").set_value(static_cast<unsigned long long>(i));
    set(node, "w:author", comment.author);
    if (!comment.time.empty()) set(node, "w:date", comment.time);
    append_word_run(append_word_paragraph(node, "CommentText"), comment.text);
  }
  return std::string(declaration) + xml_of(root);
}

}  // namespace

void write_document_word(const Document& document, std::ostream& out) {
  container::ZipWriter archive;
  const auto add = [&](const char* name, std::string_view content) {
    archive.add(name, [content] { return std::string(content); });
  };
  add("[Content_Types].xml", word_content_types);
  add("_rels/.rels", word_relationships);
  archive.add("word/document.xml", [&] { return main_part(document); });
  add("word/_rels/document.xml.rels", word_document_relationships);
  add("word/styles.xml", word_styles);
  add("word/settings.xml", word_settings);
  archive.add("word/comments.xml", [&] { return comments_part(document); });
  out << archive.bytes();
}

}  // namespace themata::report::detail
