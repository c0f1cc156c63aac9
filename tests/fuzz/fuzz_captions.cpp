#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/document_checks.hpp"

// Any bytes as captions of both formats, and as what a caption says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check_format;
  using themata::ingest::FileFormat;
  const std::string bytes{themata::fuzz::as_text(data, size)};
  check_format(bytes, FileFormat::srt);
  check_format(bytes, FileFormat::vtt);
  check_format("WEBVTT\n\n00:01.000 --> 00:02.000\n" + bytes, FileFormat::vtt);
  check_format("1\n00:00:01,000 --> 00:00:02,000\n" + bytes +
                   "\n\n2\n00:00:03,000 --> 00:00:04,000\nI: " + bytes,
               FileFormat::srt);
  return 0;
}
