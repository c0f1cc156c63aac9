#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "fuzz/check.hpp"
#include "fuzz/portable_check.hpp"
#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/exchange/refi_codebook.hpp"
#include "themata/exchange/theme_tree_xml.hpp"

namespace {

using namespace themata;
using fuzz::check;

/// What was read once is read so again after it was written.
void check_round_trip(const model::PortableCodebook& codebook) {
  if (codebook.codes.empty() && codebook.themes.empty()) return;
  model::PortableStudy study;
  study.codebook = codebook;
  std::ostringstream out;
  exchange::write_refi_codebook(study, out);
  const auto again = exchange::read_refi_codebook("again.qdc", out.str()).codebook;
  check(again.codes.size() == codebook.codes.size(), "every code comes back");
  check(again.themes.size() == codebook.themes.size(), "every theme comes back");
  for (std::size_t i = 0; i < codebook.codes.size(); ++i) {
    check(again.codes[i].guid == codebook.codes[i].guid, "codes keep their order");
    check(again.codes[i].name == codebook.codes[i].name, "codes keep their names");
  }
}

}  // namespace

// Any bytes as a REFI-QDA codebook, as a theme tree, and as a colour.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::as_text(data, size));
  try {
    const auto read = exchange::read_refi_codebook("a.qdc", bytes);
    fuzz::check_codebook(read.codebook);
    check_round_trip(read.codebook);
  } catch (const InputError& error) {
    check(error.file() == "a.qdc", "an error names the file");
  }
  try {
    fuzz::check_codebook(exchange::read_theme_tree_xml("a.xml", bytes));
  } catch (const InputError& error) {
    check(error.file() == "a.xml", "an error names the file");
  }
  const auto color = exchange::read_color(bytes);
  check(!color || (color->size() == 7 && color->front() == '#'), "a colour is #RRGGBB");
  return 0;
}
