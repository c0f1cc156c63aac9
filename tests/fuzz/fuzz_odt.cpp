#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/office_check.hpp"
#include "themata/ingest/formats/odt.hpp"
#include "unit/ingest/office_files.hpp"

// Any bytes as an OpenDocument text; and as the content of its parts, of the text and the styles,
// with `~~~` between them: what is in an archive a fuzzer does not reach.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace themata;
  const std::string_view input = fuzz::as_text(data, size);
  fuzz::check_reader(ingest::read_odt, input);
  if (input.starts_with("PK")) return 0;
  const std::vector<std::string> parts = fuzz::parts_of(input, 2);
  fuzz::check_reader(ingest::read_odt,
                     container::test::zipped(ingest::test::odt_members(parts[0], parts[1])));
  return 0;
}
