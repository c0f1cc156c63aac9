#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::store {

/// The text of an HTML document, as Taguette has documents: clean, without scripts. Blocks are
/// parted by line ends. Taguette counts the UTF-8 bytes of the text between tags, character
/// references taken as what they stand for.
class HtmlText {
 public:
  explicit HtmlText(std::string_view html);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Where a count of Taguette's is in the text; the text's end for one behind it.
  [[nodiscard]] text::ByteOffset place(std::size_t counted) const;
  /// How far Taguette counts.
  [[nodiscard]] std::size_t counted() const { return counted_; }

 private:
  struct Stretch {  // of text that is in both, from its beginning
    std::size_t counted;
    std::size_t byte;
  };
  void take_text(std::string_view raw);
  void end_block();

  std::string text_;
  std::vector<Stretch> stretches_;
  std::size_t counted_ = 0;
};

}  // namespace themata::store
