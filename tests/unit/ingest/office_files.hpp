#pragma once

#include <string>
#include <string_view>

#include "themata/ingest/document.hpp"
#include "themata/ingest/formats/docx.hpp"
#include "themata/ingest/formats/odt.hpp"
#include "themata/text/offsets.hpp"
#include "unit/container/archives.hpp"

namespace themata::ingest::test {

using container::test::Members;
using container::test::zipped;

inline std::string relationships(
    const std::vector<std::pair<std::string, std::string>>& type_and_target) {
  std::string xml =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  for (const auto& [type, target] : type_and_target) {
    xml += "<Relationship Id='r" + type +
           "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
           "' Target='" + target + "'/>";
  }
  return xml + "</Relationships>";
}

/// What an element of a Word document's parts begins with.
inline std::string word_root(std::string_view name) {
  return "<w:" + std::string{name} +
         " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
         " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>";
}

/// The members of a Word file with this content of `w:body`, `w:styles` and `w:comments`.
inline Members docx_members(const std::string& body, const std::string& styles = {},
                            const std::string& comments = {}) {
  return {
      {"[Content_Types].xml",
       "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
       "<Default Extension='xml' ContentType='application/xml'/>"
       "<Override PartName='/word/document.xml' ContentType='application/"
       "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
      {"word/_rels/document.xml.rels",
       relationships({{"styles", "styles.xml"}, {"comments", "comments.xml"}})},
      {"word/styles.xml", word_root("styles") + styles + "</w:styles>"},
      {"word/comments.xml", word_root("comments") + comments + "</w:comments>"},
      {"word/document.xml", word_root("document") + "<w:body>" + body + "</w:body></w:document>"},
  };
}

inline std::string docx_bytes(const std::string& body, const std::string& styles = {},
                              const std::string& comments = {}) {
  return zipped(docx_members(body, styles, comments));
}

inline Document docx(const std::string& body, const std::string& styles = {},
                     const std::string& comments = {}) {
  return read_docx(docx_bytes(body, styles, comments));
}

/// What the root of an OpenDocument text's content begins with.
inline std::string odt_root() {
  std::string root =
      "<office:document-content xmlns:dc='http://purl.org/dc/elements/1.1/'"
      " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'";
  for (const auto& [prefix, name] :
       std::vector<std::pair<std::string, std::string>>{{"office", "office"},
                                                        {"text", "text"},
                                                        {"table", "table"},
                                                        {"style", "style"},
                                                        {"draw", "drawing"}}) {
    root += " xmlns:" + prefix + "='urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0'";
  }
  return root + ">";
}

/// The members of an OpenDocument text with this content of `office:text` and of the automatic
/// styles.
inline Members odt_members(const std::string& text, const std::string& styles = {}) {
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", odt_root() + "<office:automatic-styles>" + styles +
                              "</office:automatic-styles><office:body><office:text>" + text +
                              "</office:text></office:body></office:document-content>"}};
}

inline Document odt(const std::string& text, const std::string& styles = {}) {
  return read_odt(zipped(odt_members(text, styles)));
}

/// A run of that text, with these run properties.
inline std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

inline std::string paragraph(const std::string& runs, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

/// What is in bold, or in a style for speakers or questions.
inline std::vector<std::string> strong_of(const Document& document) {
  std::vector<std::string> strong;
  for (const text::TextRange range : document.strong) {
    strong.emplace_back(text::slice(document.text, range));
  }
  return strong;
}

inline std::vector<std::string> notices_of(const Document& document) {
  std::vector<std::string> notices;
  for (const Diagnostic& notice : document.notices) notices.push_back(notice.message);
  return notices;
}

/// Each comment as "words|author|text".
inline std::vector<std::string> comments_of(const Document& document) {
  std::vector<std::string> comments;
  for (const DocumentComment& comment : document.comments) {
    comments.push_back(std::string{text::slice(document.text, comment.range)} + "|" +
                       comment.author + "|" + comment.text);
  }
  return comments;
}

}  // namespace themata::ingest::test
