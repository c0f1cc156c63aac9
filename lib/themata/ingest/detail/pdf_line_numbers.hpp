#pragma once

#include <cstddef>
#include <vector>

#include "themata/ingest/detail/pdf_page.hpp"

namespace themata::ingest::detail {

/// Takes line numbers off the pages, as `take_out_furniture` says, and returns how many there were.
std::size_t take_out_line_numbers(std::vector<PdfPage>& pages);

}  // namespace themata::ingest::detail
