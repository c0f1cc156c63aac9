#include "themata/ingest/formats/docx.hpp"

#include <optional>
#include <string>
#include <utility>

#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/docx_body.hpp"
#include "themata/ingest/detail/docx_styles.hpp"
#include "themata/ingest/detail/office_notices.hpp"
#include "themata/ingest/detail/opc_package.hpp"
#include "themata/ingest/detail/xml.hpp"

namespace themata::ingest {

namespace {

using detail::attribute;
using detail::many;
using detail::XmlPart;

detail::DocxStyles read_styles(detail::OpcPackage& package, std::string_view main_part) {
  const std::optional<std::string> part = package.related_part(main_part, "styles");
  if (!part) return {};
  return detail::DocxStyles{XmlPart(package.read(*part), *part).root()};
}

/// The text of a comment, its paragraphs parted by a line end.
std::string text_of_comment(pugi::xml_node comment, const detail::DocxStyles& styles) {
  detail::DocumentBuilder builder;
  detail::DocxBody(styles, builder).read(comment);
  return detail::lines_of_paragraphs(builder.finish({}).text);
}

void read_comments(detail::OpcPackage& package, std::string_view main_part,
                   const detail::DocxStyles& styles, detail::DocumentBuilder& builder) {
  const std::optional<std::string> part = package.related_part(main_part, "comments");
  if (!part) return;
  const XmlPart xml(package.read(*part), *part);
  for (const pugi::xml_node comment : xml.root().children("w:comment")) {
    builder.comment(std::string{attribute(comment, "w:id")},
                    std::string{attribute(comment, "w:author")}, text_of_comment(comment, styles));
  }
}

void add_notices(const detail::DocxCounts& counts, detail::DocumentBuilder& builder) {
  detail::notice_changes(counts.insertions, counts.deletions, builder);
  detail::notice_left_out({counts.notes, counts.text_boxes, counts.hidden}, builder);
  if (counts.symbols > 0) {
    builder.notice(many(counts.symbols, "symbol", "symbols") +
                   " not known (of a font like Wingdings) and became \uFFFD");
  }
  if (counts.other_files > 0) {
    builder.notice(many(counts.other_files, "part", "parts") +
                   " in another format and left out; open the file in Word and save it anew");
  }
}

}  // namespace

Document read_docx(std::string_view bytes) {
  detail::OpcPackage package(bytes);
  const std::string main_part = package.main_part("wordprocessingml");
  const detail::DocxStyles styles = read_styles(package, main_part);
  detail::DocumentBuilder builder;
  detail::DocxBody body(styles, builder);
  {
    const XmlPart xml(package.read(main_part), main_part);
    body.read(xml.root().child("w:body"));
  }
  read_comments(package, main_part, styles, builder);
  add_notices(body.counts(), builder);
  return builder.finish("UTF-8");
}

}  // namespace themata::ingest
