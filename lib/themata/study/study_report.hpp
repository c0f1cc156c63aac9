#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "themata/report/study_page.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

struct ReportRequest {
  report::Share share = report::Share::excerpts;
  std::optional<std::string> title;  ///< the study's, if there is none
  std::string program;               ///< "Themata 0.1.0", for the notes of tables
  Filter filter;                     ///< narrows every count and what is shown
};

/// `report`: writes the study as one HTML page. `progress` is called with how
/// many sources are written, and how many there are. What
/// the page says of people is their pseudonyms: no attribute, memo, journal entry or file name goes
/// into it. A failed stream is the caller's to notice.
void write_report(Project& project, const ReportRequest& request, std::ostream& out,
                  const std::function<void(std::size_t, std::size_t)>& progress = {});

}  // namespace themata::study
