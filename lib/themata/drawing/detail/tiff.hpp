#pragma once

#include <string>

#include <cairo.h>

namespace themata::drawing::detail {

/// A surface of dots (`CAIRO_FORMAT_RGB24`) as a TIFF file of 8-bit RGB, packed without loss (LZW).
/// Throws `Error` if it cannot be made.
std::string tiff_of(cairo_surface_t* surface, double dots_per_inch);

}  // namespace themata::drawing::detail
