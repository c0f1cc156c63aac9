#include "themata/ingest/detail/docx_body.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "themata/ingest/detail/symbol_fonts.hpp"
#include "themata/ingest/detail/xml.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

template <class Number>
Number number_in(std::string_view digits, int base, Number otherwise) {
  Number number{};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return error == std::errc{} && end == digits.data() + digits.size() ? number : otherwise;
}

/// PAGE, NUMPAGES and the like.
bool is_page_number_field(std::string_view instruction) {
  instruction = text::trim(instruction);
  const std::string_view name = instruction.substr(0, instruction.find_first_of(" \t\\"));
  return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES" || name == "SECTION";
}

}  // namespace

DocxBody::Handler DocxBody::handler_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Handler> handlers = {
      {"w:p", &DocxBody::paragraph},
      {"w:r", &DocxBody::run},
      {"w:t", &DocxBody::text},
      {"m:t", &DocxBody::text},
      {"w:tab", &DocxBody::tab},
      {"w:ptab", &DocxBody::tab},
      {"w:br", &DocxBody::line_break},
      {"w:cr", &DocxBody::line_break},
      {"w:noBreakHyphen", &DocxBody::no_break_hyphen},
      {"w:sym", &DocxBody::symbol},
      {"w:fldChar", &DocxBody::field_character},
      {"w:instrText", &DocxBody::instruction},
      {"w:fldSimple", &DocxBody::simple_field},
      {"w:ins", &DocxBody::inserted},
      {"w:moveTo", &DocxBody::inserted},
      {"w:del", &DocxBody::deleted},
      {"w:moveFrom", &DocxBody::deleted},
      {"mc:AlternateContent", &DocxBody::alternatives},
      {"w:sdt", &DocxBody::content_control},
      {"w:drawing", &DocxBody::drawing},
      {"w:pict", &DocxBody::drawing},
      {"w:object", &DocxBody::drawing},
      {"w:footnoteReference", &DocxBody::note_reference},
      {"w:endnoteReference", &DocxBody::note_reference},
      {"w:altChunk", &DocxBody::other_file},
      {"w:tbl", &DocxBody::table},
      {"w:tr", &DocxBody::row},
      {"w:tc", &DocxBody::cell},
      {"w:commentRangeStart", &DocxBody::comment_begin},
      {"w:commentRangeEnd", &DocxBody::comment_end},
      {"w:commentReference", &DocxBody::comment_reference},
      // Properties, and what is written over the words.
      {"w:pPr", &DocxBody::skip},
      {"w:rPr", &DocxBody::skip},
      {"w:sectPr", &DocxBody::skip},
      {"w:tblPr", &DocxBody::skip},
      {"w:tblGrid", &DocxBody::skip},
      {"w:tblPrEx", &DocxBody::skip},
      {"w:trPr", &DocxBody::skip},
      {"w:tcPr", &DocxBody::skip},
      {"w:rt", &DocxBody::skip},
      {"w:delText", &DocxBody::skip},
      {"w:delInstrText", &DocxBody::skip},
      {"w:softHyphen", &DocxBody::skip},
      {"w:txbxContent", &DocxBody::skip},
  };
  const auto found = handlers.find(name);
  return found == handlers.end() ? &DocxBody::walk_children : found->second;
}

void DocxBody::walk(pugi::xml_node node) {
  if (node.type() == pugi::node_element) (this->*handler_of(node.name()))(node);
}

void DocxBody::walk_children(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) walk(child);
}

void DocxBody::skip(pugi::xml_node /*node*/) {}

// ---- Paragraphs and runs -----------------------------------------------------------------------

void DocxBody::paragraph(pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:pPr");
  const std::string_view style = attribute(properties.child("w:pStyle"), "w:val");
  const DocxStyles::Style* const outer = paragraph_style_;
  paragraph_style_ = style.empty() ? &styles_.default_paragraph() : &styles_.style(style);
  walk_children(node);
  while (!fields_.empty()) close_field();
  paragraph_style_ = outer;
  // A paragraph whose end was deleted goes on in the next one.
  const pugi::xml_node mark = properties.child("w:rPr");
  if (mark.child("w:del") || mark.child("w:moveFrom")) {
    ++counts_.deletions;
  } else {
    out_.end_paragraph();
  }
}

void DocxBody::run(pugi::xml_node node) {
  static const DocxStyles::Style none;
  const DocxStyles::Style& paragraph = paragraph_style_ == nullptr ? none : *paragraph_style_;
  const pugi::xml_node properties = node.child("w:rPr");
  const DocxStyles::Style& character =
      styles_.style(attribute(properties.child("w:rStyle"), "w:val"));
  const RunProperties own = RunProperties::of(properties);
  const bool is_speaker = character.is_speaker || paragraph.is_speaker;
  is_strong_ = (is_speaker || styles_.is_bold(own, character, paragraph)) && !paragraph.is_heading;
  is_hidden_ = styles_.is_hidden(own, character, paragraph);
  if (is_hidden_ && (node.child("w:t") || node.child("w:sym"))) ++counts_.hidden;
  walk_children(node);
  is_hidden_ = false;
  is_strong_ = false;
}

bool DocxBody::is_left_out() const { return is_hidden_ || deletions_ > 0 || page_numbers_ > 0; }

void DocxBody::add(std::string_view text) {
  if (!is_left_out()) out_.add(text, is_strong_);
}

void DocxBody::text(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) add(child.value());
  }
}

void DocxBody::tab(pugi::xml_node /*node*/) {
  if (!is_left_out()) out_.tab();
}

void DocxBody::line_break(pugi::xml_node node) {
  if (is_left_out()) return;
  if (attribute(node, "w:type") == "page") {
    out_.end_paragraph();
  } else {
    out_.line_break();
  }
}

void DocxBody::no_break_hyphen(pugi::xml_node /*node*/) { add("\u2011"); }

void DocxBody::symbol(pugi::xml_node node) {
  if (is_left_out()) return;
  const auto place = number_in<std::uint32_t>(attribute(node, "w:char"), 16, 0);
  const char32_t character = symbol_in_font(attribute(node, "w:font"), place);
  if (character == 0xFFFD) ++counts_.symbols;
  std::string bytes;
  text::append_code_point(character, bytes);
  add(bytes);
}

// ---- Fields ------------------------------------------------------------------------------------

void DocxBody::field_character(pugi::xml_node node) {
  const std::string_view type = attribute(node, "w:fldCharType");
  if (type == "begin") {
    fields_.push_back(false);
  } else if (type == "end" && !fields_.empty()) {
    close_field();
  }
}

void DocxBody::close_field() {
  if (fields_.back()) --page_numbers_;
  fields_.pop_back();
}

/// An instruction is no text; text is kept even where an instruction should be, for a field may
/// lack its end.
void DocxBody::instruction(pugi::xml_node node) {
  if (fields_.empty() || fields_.back() || !is_page_number_field(node.child_value())) return;
  fields_.back() = true;
  ++page_numbers_;
}

void DocxBody::simple_field(pugi::xml_node node) {
  const bool is_page_number = is_page_number_field(attribute(node, "w:instr"));
  if (is_page_number) ++page_numbers_;
  walk_children(node);
  if (is_page_number) --page_numbers_;
}

// ---- Changes, and what is in another place -----------------------------------------------------

void DocxBody::inserted(pugi::xml_node node) {
  if (deletions_ == 0) ++counts_.insertions;
  walk_children(node);
}

/// Walked for the fields and the places of comments in it.
void DocxBody::deleted(pugi::xml_node node) {
  if (deletions_ == 0) ++counts_.deletions;
  ++deletions_;
  walk_children(node);
  --deletions_;
}

/// The same thing twice or more; the fallback is the one for readers that know no extensions.
void DocxBody::alternatives(pugi::xml_node node) {
  const pugi::xml_node fallback = node.child("mc:Fallback");
  walk_children(fallback ? fallback : node.child("mc:Choice"));
}

void DocxBody::content_control(pugi::xml_node node) {
  const bool is_prompt = static_cast<bool>(node.child("w:sdtPr").child("w:showingPlcHdr"));
  if (!is_prompt) walk_children(node.child("w:sdtContent"));
}

void DocxBody::drawing(pugi::xml_node node) {
  if (is_left_out()) return;
  const pugi::xml_node box =
      node.find_node([](pugi::xml_node one) { return is_element(one, "w:txbxContent"); });
  if (box && !text::trim(text_within(box)).empty()) ++counts_.text_boxes;
}

void DocxBody::note_reference(pugi::xml_node /*node*/) {
  if (!is_left_out()) ++counts_.notes;
}

void DocxBody::other_file(pugi::xml_node /*node*/) { ++counts_.other_files; }

// ---- Tables ------------------------------------------------------------------------------------

void DocxBody::table(pugi::xml_node node) {
  out_.begin_table();
  walk_children(node);
  out_.end_table();
}

void DocxBody::row(pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:trPr");
  if (properties.child("w:del")) {
    ++counts_.deletions;
    return;
  }
  if (properties.child("w:ins")) ++counts_.insertions;
  out_.begin_row();
  empty_cells(attribute(properties.child("w:gridBefore"), "w:val"));
  walk_children(node);
}

void DocxBody::empty_cells(std::string_view count) {
  constexpr std::size_t most = 63;  // columns in Word
  for (auto left = std::min(number_in<std::size_t>(count, 10, 0), most); left > 0; --left) {
    out_.begin_cell();
  }
}

void DocxBody::cell(pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:tcPr");
  const pugi::xml_node merge = properties.child("w:vMerge");
  out_.begin_cell();
  const bool goes_on = merge && attribute(merge, "w:val") != "restart";
  if (!goes_on) walk_children(node);
  const auto columns =
      number_in<std::size_t>(attribute(properties.child("w:gridSpan"), "w:val"), 10, 1);
  if (columns > 1) empty_cells(std::to_string(columns - 1));
}

// ---- Comments ----------------------------------------------------------------------------------

void DocxBody::comment_begin(pugi::xml_node node) {
  const std::string id{attribute(node, "w:id")};
  if (comments_.insert(id).second) out_.begin_comment(id);
}

void DocxBody::comment_end(pugi::xml_node node) {
  out_.end_comment(std::string{attribute(node, "w:id")});
}

/// Where the mark of a comment stands, which is its place if it has no other.
void DocxBody::comment_reference(pugi::xml_node node) { comment_begin(node); }

}  // namespace themata::ingest::detail
