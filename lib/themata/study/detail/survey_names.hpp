#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace themata::study::detail {

/// What questions are called in the names of sources, one for each: the question itself if it is
/// short (24 code points), else the number that it begins with ("Q1" of "Q1. What helped you?"),
/// else, and for those that would be called the same, `noun` and its number of `numbers`.
std::vector<std::string> short_names(const std::vector<std::string>& questions,
                                     const std::vector<std::size_t>& numbers,
                                     std::string_view noun);

/// The time point that a cell tells: "week 2" of a number below the column "week", else the cell.
std::string occasion_of(std::string_view column, std::string_view cell);

/// True for what people and programs write for no answer: "NA", "n/a", "-", "NULL" and the like.
bool is_no_answer(std::string_view cell);

}  // namespace themata::study::detail
