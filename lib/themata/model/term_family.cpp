#include "themata/model/term_family.hpp"

#include <algorithm>

namespace themata::model {

std::size_t StoredFamily::count(FormState state) const {
  return static_cast<std::size_t>(std::count_if(
      forms.begin(), forms.end(), [&](const TermForm& form) { return form.state == state; }));
}

}  // namespace themata::model
