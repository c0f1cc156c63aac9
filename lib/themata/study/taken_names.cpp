#include "themata/study/detail/taken_names.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

void refuse_taken_code(const model::Codebook& codebook, const std::string& name,
                       std::optional<model::CodeId> itself) {
  for (const model::Code& other : codebook.codes()) {
    if (other.id != itself && text::name_key(other.name) == text::name_key(name)) {
      throw Conflict(fmt::format("there is a code \"{}\" already", other.name));
    }
  }
}

void refuse_taken_theme(const model::Codebook& codebook, const std::string& name,
                        std::optional<model::ThemeId> parent,
                        std::optional<model::ThemeId> itself) {
  for (const model::Theme& other : codebook.themes()) {
    if (other.id != itself && other.parent == parent &&
        text::name_key(other.name) == text::name_key(name)) {
      throw Conflict(fmt::format("there is a theme \"{}\" already{}", other.name,
                                 parent ? " under " + codebook.theme(*parent).name : ""));
    }
  }
}

}  // namespace themata::study::detail
