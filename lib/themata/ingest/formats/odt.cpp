#include "themata/ingest/formats/odt.hpp"

#include <optional>
#include <string>
#include <utility>

#include "themata/container/zip_archive.hpp"
#include "themata/error.hpp"
#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/odt_body.hpp"
#include "themata/ingest/detail/odt_styles.hpp"
#include "themata/ingest/detail/office_notices.hpp"
#include "themata/ingest/detail/xml.hpp"

namespace themata::ingest {

namespace {

using detail::XmlPart;

void require_text(container::ZipArchive& archive) {
  const std::string type = archive.read_if_there("mimetype").value_or("");
  if (archive.contains("[Content_Types].xml") && type.empty()) {
    throw InputError("is a file of Microsoft Office; rename it to .docx or .xlsx");
  }
  if (!type.empty() && type.find("opendocument.text") == type.npos) {
    throw InputError("is no OpenDocument text but of the type " + type.substr(0, 100));
  }
}

/// Encrypted parts are not marked as such in the archive, but in the manifest.
void require_no_password(container::ZipArchive& archive) {
  constexpr std::string_view name = "META-INF/manifest.xml";
  bool is_encrypted = archive.contains("encrypted-package");
  if (std::optional<std::string> content = archive.read_if_there(name); content && !is_encrypted) {
    const XmlPart manifest(*std::move(content), name);
    for (const pugi::xml_node entry : manifest.root().children("manifest:file-entry")) {
      is_encrypted |= static_cast<bool>(entry.child("manifest:encryption-data"));
    }
  }
  if (is_encrypted) throw InputError("is protected by a password; save it without one");
}

detail::OdtStyles read_styles(container::ZipArchive& archive, const XmlPart& content) {
  constexpr std::string_view name = "styles.xml";
  detail::OdtStyles styles;
  if (std::optional<std::string> bytes = archive.read_if_there(name)) {
    styles.add(XmlPart(*std::move(bytes), name).root());
  }
  styles.add(content.root());
  styles.resolve();
  return styles;
}

void add_notices(const detail::OdtCounts& counts, detail::DocumentBuilder& builder) {
  detail::notice_changes(counts.insertions, counts.deletions, builder);
  detail::notice_left_out({counts.notes, counts.text_boxes, counts.hidden}, builder);
}

}  // namespace

Document read_odt(std::string_view bytes) {
  constexpr std::string_view name = "content.xml";
  container::ZipArchive archive(bytes);
  require_text(archive);
  require_no_password(archive);
  const XmlPart content(archive.read(name), name);
  const pugi::xml_node text = content.root().child("office:body").child("office:text");
  if (!text) throw InputError("holds no text document (its part content.xml has no office:text)");
  const detail::OdtStyles styles = read_styles(archive, content);
  detail::DocumentBuilder builder;
  detail::OdtBody body(styles, builder);
  body.read(text);
  add_notices(body.counts(), builder);
  return builder.finish("UTF-8");
}

}  // namespace themata::ingest
