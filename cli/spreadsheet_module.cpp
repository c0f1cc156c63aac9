#include "cli/spreadsheet_module.hpp"

#include <string>

#include "cli/module.hpp"
#include "themata/error.hpp"
#include "themata/spreadsheet/module.hpp"

namespace themata::cli {

std::unique_ptr<report::TableWriter> xlsx_writer_of_module(std::ostream& out) {
  const Module module(spreadsheet::module_file, "writes Excel workbooks",
                      spreadsheet::tag_function);
  const auto make = module.function<spreadsheet::WriterFunction>(spreadsheet::writer_function);
  std::unique_ptr<report::TableWriter> writer;
  std::string error;
  make(out, writer, error);
  if (!error.empty()) throw Error(error);
  return writer;
}

}  // namespace themata::cli
