#pragma once

#include <vector>

#include "themata/report/excerpt_document.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// The excerpts that a filter admits, each once for its code, under the themes right over the code
/// (of a filter by themes: those and what is below them), in the codebook's order. Codes without
/// excerpts are left out, and themes without any below them.
std::vector<report::ThemeExcerpts> excerpt_groups(Project& project, const Filter& filter);

}  // namespace themata::study
