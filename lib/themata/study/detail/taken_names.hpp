#pragma once

#include <optional>
#include <string>

#include "themata/model/codebook.hpp"

namespace themata::study::detail {

/// Throws `Conflict` if another code than `itself` has the name, apart from case and quotes.
void refuse_taken_code(const model::Codebook& codebook, const std::string& name,
                       std::optional<model::CodeId> itself = std::nullopt);

/// The same for themes under one parent.
void refuse_taken_theme(const model::Codebook& codebook, const std::string& name,
                        std::optional<model::ThemeId> parent,
                        std::optional<model::ThemeId> itself = std::nullopt);

}  // namespace themata::study::detail
