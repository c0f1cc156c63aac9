#pragma once

#include <cstddef>

namespace themata::exchange::detail {

/// On how many levels a study holds themes (`store::most_theme_levels`): a file with more is refused
/// before anything of it is stored.
inline constexpr std::size_t most_theme_levels = 100;

}  // namespace themata::exchange::detail
