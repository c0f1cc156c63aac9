#include "themata/drawing/detail/tiff.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include <tiffio.h>

#include "themata/error.hpp"

namespace themata::drawing::detail {

namespace {

/// A file in memory, as libtiff asks for it.
struct MemoryFile {
  std::string bytes;
  std::size_t at = 0;
};

MemoryFile& file_of(thandle_t handle) { return *static_cast<MemoryFile*>(handle); }

tmsize_t read(thandle_t handle, void* data, tmsize_t count) {
  MemoryFile& file = file_of(handle);
  if (file.at >= file.bytes.size()) return 0;
  const auto given = std::min(static_cast<std::size_t>(count), file.bytes.size() - file.at);
  std::memcpy(data, file.bytes.data() + file.at, given);
  file.at += given;
  return static_cast<tmsize_t>(given);
}

tmsize_t write(thandle_t handle, void* data, tmsize_t count) {
  MemoryFile& file = file_of(handle);
  const auto size = static_cast<std::size_t>(count);
  file.bytes.resize(std::max(file.bytes.size(), file.at + size));
  std::memcpy(file.bytes.data() + file.at, data, size);
  file.at += size;
  return count;
}

toff_t seek(thandle_t handle, toff_t offset, int from) {
  MemoryFile& file = file_of(handle);
  const std::size_t base = from == SEEK_END ? file.bytes.size() : from == SEEK_CUR ? file.at : 0;
  file.at = base + offset;
  return file.at;
}

int close(thandle_t /*handle*/) { return 0; }
toff_t size(thandle_t handle) { return file_of(handle).bytes.size(); }

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

void describe(TIFF* tiff, int width, int height, double dots_per_inch) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
  TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(tiff, 0));
  TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
  TIFFSetField(tiff, TIFFTAG_XRESOLUTION, dots_per_inch);
  TIFFSetField(tiff, TIFFTAG_YRESOLUTION, dots_per_inch);
}

}  // namespace

std::string tiff_of(cairo_surface_t* surface, double dots_per_inch) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* dots = cairo_image_surface_get_data(surface);
  MemoryFile file;
  std::unique_ptr<TIFF, CloseTiff> tiff(
      TIFFClientOpen("picture", "wm", &file, read, write, seek, close, size, nullptr, nullptr));
  if (!tiff) throw Error("the picture cannot be drawn: no TIFF can be made");
  describe(tiff.get(), width, height, dots_per_inch);
  std::vector<unsigned char> row(static_cast<std::size_t>(width) * 3);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint32_t dot = 0;  // 0x00RRGGBB in the machine's order of bytes
      std::memcpy(&dot, dots + static_cast<std::ptrdiff_t>(y) * stride + x * 4, sizeof dot);
      const auto at = static_cast<std::size_t>(x) * 3;
      row[at] = static_cast<unsigned char>(dot >> 16U);
      row[at + 1] = static_cast<unsigned char>(dot >> 8U);
      row[at + 2] = static_cast<unsigned char>(dot);
    }
    if (TIFFWriteScanline(tiff.get(), row.data(), static_cast<std::uint32_t>(y), 0) < 0) {
      throw Error("the picture cannot be drawn: no TIFF can be made");
    }
  }
  tiff.reset();
  return std::move(file.bytes);
}

}  // namespace themata::drawing::detail
