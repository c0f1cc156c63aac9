#pragma once

#include <string>
#include <string_view>

namespace themata::exchange::detail {

/// The bytes of the file called `name` as `text::decode` has them; what it finds wrong is thrown
/// with the file's name.
std::string decoded_file(const std::string& name, std::string_view bytes);

/// `text` without spaces, tabs and line ends at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace themata::exchange::detail
