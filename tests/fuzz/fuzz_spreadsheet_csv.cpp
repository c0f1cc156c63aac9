#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/spreadsheet.hpp"
#include "themata/text/decode.hpp"

namespace {

using namespace themata;
using fuzz::check;

void check_rows(std::string_view bytes, ingest::FileFormat format) {
  try {
    const ingest::Sheet sheet = ingest::read_rows(bytes, format);
    std::size_t number = 0;
    for (const ingest::SheetRow& row : sheet.rows) {
      check(row.number > number, "rows stand in order");
      number = row.number;
      for (const std::string& cell : row.cells) check(text::is_valid_utf8(cell), "cells are UTF-8");
    }
  } catch (const InputError&) {
    // a refusal is an answer, too
  }
}

void check_turns(std::string_view bytes, ingest::FileFormat format) {
  try {
    const ingest::Document document = ingest::read_document(bytes, format);
    std::size_t at = 0;
    for (const ingest::DocumentTurn& turn : document.turns) {
      check(turn.label.begin.value >= at && turn.label.end <= turn.range.begin &&
                turn.range.begin <= turn.range.end,
            "turns are in order");
      at = turn.range.end.value;
    }
    check(at <= document.text.size(), "turns lie in the text");
  } catch (const InputError&) {
    // most tables are no transcripts
  }
}

}  // namespace

// Any bytes as a table in text, and below the titles of a transcript.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{fuzz::as_text(data, size)};
  for (const auto format : {ingest::FileFormat::csv, ingest::FileFormat::tsv}) {
    check_rows(bytes, format);
    check_turns(bytes, format);
  }
  check_turns("start,end,speaker,text\n" + bytes, ingest::FileFormat::csv);
  check_turns("start\tend\ttext\n" + bytes, ingest::FileFormat::tsv);
  return 0;
}
