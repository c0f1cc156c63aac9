#pragma once

#include <string>
#include <string_view>

namespace themata::exchange::detail {

/// True for 8-4-4-4-12 hexadecimal digits.
bool is_guid(std::string_view text);
/// A GUID as programs write it (braces, capital letters) in the form that a study has it; empty for
/// what is none.
std::string plain_guid(std::string_view written);
/// The GUID itself if it is one, else one that always follows from it.
std::string as_guid(std::string_view guid);
/// A GUID that always follows from these: of a thing that has none of its own.
std::string derived_guid(std::string_view of, std::string_view as);

}  // namespace themata::exchange::detail
