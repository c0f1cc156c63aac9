#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/odt_styles.hpp"

namespace themata::ingest::detail {

/// What was met in an OpenDocument text and left out, or changed.
struct OdtCounts {
  std::size_t insertions = 0;  ///< tracked, taken
  std::size_t deletions = 0;   ///< tracked, left out
  std::size_t notes = 0;       ///< footnotes and endnotes
  std::size_t text_boxes = 0;
  std::size_t hidden = 0;  ///< stretches of hidden text
};

/// Walks the content of an OpenDocument text and tells a builder what there is, comments too.
/// `XmlPart` has seen to it that elements do not lie too deep within each other for a walk by
/// recursion.
class OdtBody {
 public:
  /// Both must outlive the walk.
  OdtBody(const OdtStyles& styles, DocumentBuilder& out) : styles_(styles), out_(out) {}

  /// Of `office:text`, or of a comment.
  void read(pugi::xml_node content) { walk_children(content); }

  [[nodiscard]] const OdtCounts& counts() const { return counts_; }

 private:
  using Handler = void (OdtBody::*)(pugi::xml_node);

  /// How the text of an element looks.
  struct Look {
    bool bold = false;
    bool hidden = false;
    bool is_speaker = false;
    bool is_heading = false;
  };

  static Handler handler_of(std::string_view name);

  void walk(pugi::xml_node node);
  void walk_children(pugi::xml_node node);
  void skip(pugi::xml_node node);

  void paragraph(pugi::xml_node node);
  void span(pugi::xml_node node);
  void characters(std::string_view text);
  void add(std::string_view text);
  void spaces(pugi::xml_node node);
  void tab(pugi::xml_node node);
  void line_break(pugi::xml_node node);

  void changes(pugi::xml_node node);
  void note(pugi::xml_node node);
  void drawing(pugi::xml_node node);
  void section(pugi::xml_node node);
  void hidden_text(pugi::xml_node node);

  void table(pugi::xml_node node);
  void row(pugi::xml_node node);
  void cell(pugi::xml_node node);

  void comment(pugi::xml_node node);
  void comment_end(pugi::xml_node node);

  const OdtStyles& styles_;
  DocumentBuilder& out_;
  OdtCounts counts_;
  Look look_;
  bool in_paragraph_ = false;
  bool after_space_ = false;  ///< the next white space is the same one
  std::size_t unnamed_comments_ = 0;
};

}  // namespace themata::ingest::detail
