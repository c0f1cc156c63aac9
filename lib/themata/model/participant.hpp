#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/id.hpp"

namespace themata::model {

struct Attribute {
  std::string name;
  std::string value;
  bool operator==(const Attribute&) const = default;
};

/// A person under a pseudonym, with attributes in the study's order; the unit tables count by.
struct Participant {
  ParticipantId id;
  std::string guid;
  std::string name;
  std::vector<Attribute> attributes;

  /// The value of the attribute, or an empty string.
  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
};

}  // namespace themata::model
