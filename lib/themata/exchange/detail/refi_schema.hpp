#pragma once

#include <optional>
#include <string>

#include <pugixml.hpp>

namespace themata::exchange::detail {

/// What is wrong with an element and all in it by the official schemas of REFI-QDA (Project.xsd and
/// Codebook.xsd of 18 March 2019): elements that may not be there or not in this order, attributes
/// that are missing, unknown or of another type. Nothing if it is valid. Text is looked at only
/// where it is a value. `element` must be one that a schema has.
std::optional<std::string> fault_by_schema(pugi::xml_node element, bool of_codebook = false);

/// Throws `Error` if the text is no valid project or codebook: a fault of the program that is to be
/// found before a file is written.
void require_valid_project(const std::string& xml);
void require_valid_codebook(const std::string& xml);

}  // namespace themata::exchange::detail
