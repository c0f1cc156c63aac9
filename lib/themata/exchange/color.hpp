#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace themata::exchange {

/// A colour in one of the forms that programs write, as `#RRGGBB`: `#RRGGBB`, `#RGB`, the same with
/// an alpha value before or behind (`#FFAABBCC`, `#AABBCCFF`), without the `#`, `rgb(1, 2, 3)`,
/// `rgba(...)`, and the sixteen names of HTML 4.01. Nothing for what is none of these.
std::optional<std::string> read_color(std::string_view written);

}  // namespace themata::exchange
