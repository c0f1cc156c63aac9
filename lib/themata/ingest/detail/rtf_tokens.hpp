#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace themata::ingest::detail {

/// A piece of a file in Rich Text Format.
struct RtfToken {
  enum class Kind { group_begin, group_end, word, symbol, byte, text };
  Kind kind = Kind::text;
  std::string_view text;         ///< the word without backslash; the text; the symbol
  std::optional<int> parameter;  ///< of a word; the value of a byte (`\'e9`)
};

/// Takes a file apart: groups, control words, text. Line ends outside of words, and the data behind
/// `\bin`, are passed over; a length beyond the file's end reaches to that end.
class RtfTokenizer {
 public:
  explicit RtfTokenizer(std::string_view bytes) : bytes_(bytes) {}
  /// False at the end.
  bool next(RtfToken& token);

 private:
  void take_control(RtfToken& token);
  void take_word(RtfToken& token);
  void take_parameter(RtfToken& token);
  bool take_byte(RtfToken& token);

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace themata::ingest::detail
