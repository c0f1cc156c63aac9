#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "themata/report/study_page.hpp"

/// The parts of the page that `StudyPageWriter` writes.
namespace themata::report::detail {

extern const std::string_view page_style;
extern const std::string_view page_script;

/// Views that are there as they are, without the script: each a section.
void write_overview(const StudyPage& page, std::ostream& out);
void write_tree_view(const StudyPage& page, std::ostream& out);
void write_quotation_view(const StudyPage& page, std::ostream& out);
void write_term_view(const StudyPage& page, std::ostream& out);
void write_matrix_view(const StudyPage& page, std::ostream& out);
void write_codebook_view(const StudyPage& page, std::ostream& out);

/// Data that the script reads: JSON that is safe inside of a script element.
void write_study_data(const StudyPage& page, std::ostream& out);
void write_hit_data(const PageTerms& terms, std::size_t table, std::ostream& out);
void write_source_data(const PageSource& source, std::size_t index, Share share, std::ostream& out);

}  // namespace themata::report::detail
