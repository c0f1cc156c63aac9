#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/docx_styles.hpp"

namespace themata::ingest::detail {

/// What was met in a Word document and left out, or changed.
struct DocxCounts {
  std::size_t insertions = 0;  ///< tracked, taken
  std::size_t deletions = 0;   ///< tracked, left out
  std::size_t notes = 0;       ///< footnotes and endnotes
  std::size_t text_boxes = 0;
  std::size_t hidden = 0;  ///< stretches of hidden text
  std::size_t symbols = 0;
  std::size_t other_files = 0;  ///< parts of the document in another format
};

/// Walks the content of a Word document and tells a builder what there is. `XmlPart` has seen to it
/// that elements do not lie too deep within each other for a walk by recursion.
class DocxBody {
 public:
  /// Both must outlive the walk.
  DocxBody(const DocxStyles& styles, DocumentBuilder& out) : styles_(styles), out_(out) {}

  /// Of `w:body`, or of a comment.
  void read(pugi::xml_node content) { walk_children(content); }

  [[nodiscard]] const DocxCounts& counts() const { return counts_; }

 private:
  using Handler = void (DocxBody::*)(pugi::xml_node);

  static Handler handler_of(std::string_view name);

  void walk(pugi::xml_node node);
  void walk_children(pugi::xml_node node);
  void skip(pugi::xml_node node);

  void paragraph(pugi::xml_node node);
  void run(pugi::xml_node node);
  void text(pugi::xml_node node);
  void tab(pugi::xml_node node);
  void line_break(pugi::xml_node node);
  void no_break_hyphen(pugi::xml_node node);
  void symbol(pugi::xml_node node);

  void field_character(pugi::xml_node node);
  void instruction(pugi::xml_node node);
  void simple_field(pugi::xml_node node);
  void close_field();

  void inserted(pugi::xml_node node);
  void deleted(pugi::xml_node node);
  void alternatives(pugi::xml_node node);
  void content_control(pugi::xml_node node);
  void drawing(pugi::xml_node node);
  void note_reference(pugi::xml_node node);
  void other_file(pugi::xml_node node);

  void table(pugi::xml_node node);
  void row(pugi::xml_node node);
  void cell(pugi::xml_node node);
  void empty_cells(std::string_view count);

  void comment_begin(pugi::xml_node node);
  void comment_end(pugi::xml_node node);
  void comment_reference(pugi::xml_node node);

  [[nodiscard]] bool is_left_out() const;
  void add(std::string_view text);

  const DocxStyles& styles_;
  DocumentBuilder& out_;
  DocxCounts counts_;
  const DocxStyles::Style* paragraph_style_ = nullptr;
  bool is_strong_ = false;  ///< of the present run
  bool is_hidden_ = false;
  std::size_t deletions_ = 0;  ///< within each other
  /// Complex fields (`begin`, instruction, `separate`, result, `end`) of the present paragraph,
  /// within each other: whether each is a page number. One that is never closed ends with it.
  std::vector<bool> fields_;
  std::size_t page_numbers_ = 0;              ///< open fields of either kind that are
  std::unordered_set<std::string> comments_;  ///< that have a place
};

}  // namespace themata::ingest::detail
