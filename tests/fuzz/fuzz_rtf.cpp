#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/document_checks.hpp"

// Any bytes as a document in Rich Text Format, whole and behind the head of one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check_format;
  using themata::ingest::FileFormat;
  const std::string bytes{themata::fuzz::as_text(data, size)};
  check_format(bytes, FileFormat::rtf);
  check_format("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset128 A;}}\\f0 " + bytes + "}",
               FileFormat::rtf);
  return 0;
}
