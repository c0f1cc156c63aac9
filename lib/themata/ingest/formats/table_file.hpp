#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads a transcript that is a table, a row for each turn: text separated by commas or tabs, or
/// an Excel workbook. Throw `InputError`.
Document read_csv(std::string_view bytes);
Document read_tsv(std::string_view bytes);
Document read_xlsx(std::string_view bytes);

}  // namespace themata::ingest
