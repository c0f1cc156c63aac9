#include "themata/ingest/detail/office_notices.hpp"

#include "themata/text/characters.hpp"

namespace themata::ingest::detail {

std::string many(std::size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string{count == 1 ? one : more} +
         (count == 1 ? " was" : " were");
}

void notice_changes(std::size_t insertions, std::size_t deletions, DocumentBuilder& builder) {
  if (insertions + deletions == 0) return;
  builder.notice("tracked changes: " + many(insertions, "insertion", "insertions") + " taken, " +
                 many(deletions, "deletion", "deletions") + " left out");
}

void notice_left_out(const LeftOut& counts, DocumentBuilder& builder) {
  if (counts.notes > 0) {
    builder.notice(many(counts.notes, "footnote or endnote", "footnotes and endnotes") +
                   " left out: they are no speech");
  }
  if (counts.text_boxes > 0) {
    builder.notice(many(counts.text_boxes, "text box", "text boxes") +
                   " left out; if somebody says that, move it into the text and import again");
  }
  if (counts.hidden > 0) {
    builder.notice(many(counts.hidden, "stretch of hidden text", "stretches of hidden text") +
                   " left out");
  }
}

std::string lines_of_paragraphs(std::string_view text) {
  text = text::trim(text);
  std::string lines;
  lines.reserve(text.size());
  for (const char c : text) {
    if (c != '\n' || !lines.ends_with('\n')) lines += c;
  }
  return lines;
}

}  // namespace themata::ingest::detail
