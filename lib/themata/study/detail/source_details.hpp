#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source.hpp"

namespace themata::study::detail {

/// The keys of the sources' details, those that differ in case alone once, as first written.
std::vector<std::string> detail_keys(const std::vector<model::Source>& sources);

/// True if one of the names is this one, apart from case and kinds of quotes.
bool has_name(const std::vector<std::string>& names, std::string_view name);

}  // namespace themata::study::detail
