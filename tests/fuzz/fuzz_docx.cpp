#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/office_check.hpp"
#include "themata/ingest/formats/docx.hpp"
#include "unit/ingest/office_files.hpp"

// Any bytes as a Word file; and as the content of its parts, of the text, the styles and the
// comments, with `~~~` between them: what is in an archive a fuzzer does not reach.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace themata;
  const std::string_view input = fuzz::as_text(data, size);
  fuzz::check_reader(ingest::read_docx, input);
  if (input.starts_with("PK")) return 0;
  const std::vector<std::string> parts = fuzz::parts_of(input, 3);
  fuzz::check_reader(ingest::read_docx, ingest::test::docx_bytes(parts[0], parts[1], parts[2]));
  return 0;
}
