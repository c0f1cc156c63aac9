#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/exchange/annotation.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/graphemes.hpp"

namespace {

using namespace themata::exchange;
using themata::fuzz::check;

using Placed = std::tuple<std::size_t, std::size_t, std::string>;

std::vector<Placed> placed(const std::vector<AnnotatedCoding>& codings) {
  std::vector<Placed> all;
  for (const AnnotatedCoding& coding : codings) {
    all.emplace_back(coding.range.begin.value, coding.range.end.value, coding.code);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// What was read once is read so again after it was written.
void check_round_trip(const ReadAnnotation& read) {
  const std::string written = write_annotation({read.origin, {}, read.text, read.codings});
  const ReadAnnotation again = read_annotation("again.txt", written);
  check(again.text == read.text, "the text is read as it was written");
  check(placed(again.codings) == placed(read.codings), "codings are read as they were written");
}

void check_file(std::string_view bytes) {
  try {
    const ReadAnnotation read = read_annotation("a.txt", bytes);
    if (read.is_empty) return;
    for (const AnnotatedCoding& coding : read.codings) {
      check(!coding.code.empty(), "a coding has a code");
      check(!coding.range.empty(), "a coding has text");
      check(coding.range.end.value <= read.text.size(), "a coding is in the text");
      check(coding.begin_line >= read.text_line, "marks stand below the head");
    }
    check_round_trip(read);
    codings_on(read, read.text);
  } catch (const themata::InputError& error) {
    check(error.file() == "a.txt", "an error names the file");
  }
}

}  // namespace

// Any bytes as an annotation file, as what stands between its frame, and as a text to be written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = themata::fuzz::as_text(data, size);
  check_file(bytes);
  std::string file = write_annotation({{"s", "i", "n", "c", "t"}, {}, "@@@", {}});
  file.replace(file.find("@@@"), 3, bytes);
  check_file(file);
  if (!themata::text::is_valid_utf8(bytes)) return 0;
  const std::string text(bytes);
  const ReadAnnotation read =
      read_annotation("a.txt", write_annotation({{"s", "i", "n", "c", "t"}, {}, text, {}}));
  check(read.text == text, "any text comes back");
  return 0;
}
