#pragma once

#include <string>

namespace themata::drawing::detail {

/// A PNG file with the chunk that says how many dots it has per inch (`pHYs`, PNG specification
/// section 11.3.5.3), which Cairo does not write and without which programs take it for a picture
/// of the screen. `png` must begin with the signature and the header of a PNG file.
std::string with_resolution(std::string png, double dots_per_inch);

}  // namespace themata::drawing::detail
