#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/exchange/codebook_csv.hpp"
#include "themata/exchange/coding_csv.hpp"
#include "themata/exchange/csv_reader.hpp"
#include "themata/exchange/manifest_csv.hpp"
#include "themata/exchange/participant_csv.hpp"
#include "themata/report/table.hpp"

namespace {

using namespace themata::exchange;
using themata::fuzz::check;

std::string rewritten(const CsvFile& file) {
  std::vector<themata::report::Column> columns;
  for (const std::string& name : file.header()) columns.push_back({name, {}});
  std::ostringstream out;
  const auto writer = themata::report::make_table_writer(themata::report::TableFormat::csv, out);
  writer->begin(columns);
  for (const CsvRow& row : file.rows()) writer->row({row.cells.begin(), row.cells.end()});
  writer->finish();
  return out.str();
}

void check_file(std::string_view bytes) {
  const CsvFile file("f.csv", bytes);
  std::size_t line = file.header_line();
  for (const CsvRow& row : file.rows()) {
    check(row.cells.size() == file.header().size(), "rows have a cell for each column");
    check(row.line > line, "rows stand in order");
    line = row.line;
  }
  const CsvFile again("f.csv", rewritten(file));
  check(again.header() == file.header(), "the header is read as it was written");
  check(again.rows().size() == file.rows().size(), "every row is read as it was written");
  for (std::size_t i = 0; i < file.rows().size(); ++i) {
    check(again.rows()[i].cells == file.rows()[i].cells, "cells are read as they were written");
  }
}

/// Refusals are answers too, if they say where.
template <class Read>
void try_to(Read read) {
  try {
    read();
  } catch (const themata::InputError& error) {
    check(error.file() == "f.csv", "an error names the file");
  }
}

}  // namespace

// Any bytes as a CSV file, and as each of the files that are CSV.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = themata::fuzz::as_text(data, size);
  try_to([&] { check_file(bytes); });
  try_to([&] { read_codebook("f.csv", bytes); });
  try_to([&] { read_codebook("f.csv", "theme,code,description\n" + std::string(bytes)); });
  try_to([&] { read_codings("f.csv", "source,code,start,end,quote\n" + std::string(bytes)); });
  try_to([&] { read_manifest("f.csv", "file,kind\n" + std::string(bytes)); });
  try_to([&] { read_participants("f.csv", bytes); });
  return 0;
}
