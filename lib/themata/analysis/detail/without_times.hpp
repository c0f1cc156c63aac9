#pragma once

#include <string>

#include "themata/model/source_data.hpp"

namespace themata::analysis::detail {

/// The words of a range without the timestamps in it, and without white space before them.
std::string without_times(const model::SourceData& source, text::TextRange range);

}  // namespace themata::analysis::detail
