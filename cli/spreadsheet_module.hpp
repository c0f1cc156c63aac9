#pragma once

#include <iosfwd>
#include <memory>

#include "themata/report/table.hpp"

namespace themata::cli {

/// `spreadsheet::make_xlsx_writer` of the module for it. Throws `Error` if the module is missing or
/// another version's.
std::unique_ptr<report::TableWriter> xlsx_writer_of_module(std::ostream& out);

}  // namespace themata::cli
