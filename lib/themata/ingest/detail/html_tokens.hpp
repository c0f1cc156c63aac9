#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace themata::ingest::detail {

/// A piece of an HTML file.
struct HtmlToken {
  enum class Kind { text, begin, end };
  Kind kind = Kind::text;
  std::string name;             ///< of the element, in small letters
  std::string_view text;        ///< as in the file, character references included
  std::string_view attributes;  ///< what stands behind the name, as in the file
  bool is_closed = false;       ///< `<name/>`

  /// The value of the first attribute of that name (small letters), references undone; empty if it
  /// has none, nothing if there is no such attribute.
  [[nodiscard]] std::optional<std::string> attribute(std::string_view wanted) const;
};

/// Takes an HTML file apart as the standard's tokenizer does: tags, text, no comments. What stands
/// in `<script>` and elements like it is text as it is. A `<` that begins no tag is text. Time is
/// linear in the file.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}
  /// False at the end.
  bool next(HtmlToken& token);

 private:
  bool skip_markup();
  bool take_tag(HtmlToken& token);
  void take_raw_text(HtmlToken& token);
  [[nodiscard]] std::size_t tag_end(std::size_t at);

  std::string_view html_;
  std::size_t at_ = 0;
  std::string raw_;  ///< the element whose text is raw, while within one
  bool has_no_more_tags_ = false;
};

/// `text` with its character references undone, also those that old pages write without a semicolon
/// (`&nbsp`, `&amp`) or by their number in windows-1252 (`&#146;`).
std::string without_references(std::string_view text);

}  // namespace themata::ingest::detail
