#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/document_checks.hpp"

// Any bytes as a page, and within a table of one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check_format;
  using themata::ingest::FileFormat;
  const std::string bytes{themata::fuzz::as_text(data, size)};
  check_format(bytes, FileFormat::html);
  check_format("<table><tr><td>Ann<td>" + bytes + "<tr><td>Ben<td>b</table>", FileFormat::html);
  return 0;
}
