#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/participant.hpp"

namespace themata::exchange {

struct ParticipantRow {
  std::size_t line = 0;
  std::string name;
  std::vector<model::Attribute> attributes;  ///< one for each further column; value may be empty
};

struct ParticipantTable {
  std::vector<std::string> attribute_names;  ///< in the file's order
  std::vector<ParticipantRow> rows;
};

/// Reads a table of participants: the first column is the name, the others are attributes. Throws
/// `InputError` with file and line for a name that is blank or there twice.
ParticipantTable read_participants(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
