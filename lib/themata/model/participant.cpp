#include "themata/model/participant.hpp"

#include <algorithm>

namespace themata::model {

std::string_view Participant::attribute(std::string_view attribute_name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == attribute_name; });
  return found == attributes.end() ? std::string_view{} : std::string_view{found->value};
}

}  // namespace themata::model
