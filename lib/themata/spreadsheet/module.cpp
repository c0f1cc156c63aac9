#include "themata/spreadsheet/module.hpp"

#include <exception>

#include "themata/spreadsheet/xlsx_writer.hpp"

#define THEMATA_VISIBLE extern "C" __attribute__((visibility("default")))

THEMATA_VISIBLE const char* themata_spreadsheet_tag() { return THEMATA_MODULE_TAG; }

THEMATA_VISIBLE void themata_spreadsheet_writer(
    std::ostream& out, std::unique_ptr<themata::report::TableWriter>& writer, std::string& error) {
  try {
    writer = themata::spreadsheet::make_xlsx_writer(out);
  } catch (const std::exception& thrown) {
    error = thrown.what();
  }
}
