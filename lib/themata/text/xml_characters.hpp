#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::text {

/// A text as XML 1.0 may hold it.
struct XmlText {
  std::string text;
  std::size_t replaced = 0;  ///< characters that XML forbids, which are U+FFFD now
};

/// `text`, which must be valid UTF-8, without what XML 1.0 forbids even as a reference: control
/// characters other than tab and line ends, U+FFFE and U+FFFF.
XmlText xml_characters(std::string_view text);

}  // namespace themata::text
