#include "themata/study/detail/grouping_meant.hpp"

#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/source_details.hpp"

namespace themata::study::detail {

analysis::Grouping grouping_meant(Project& project, analysis::Grouping grouping) {
  if (grouping.by == analysis::Grouping::By::attribute) {
    const std::vector<std::string> names = store::attribute_names(project.database());
    if (!has_name(names, grouping.attribute) &&
        has_name(detail_keys(store::sources(project.database())), grouping.attribute)) {
      grouping.by = analysis::Grouping::By::detail;
      return grouping;
    }
    grouping.attribute = names[model::find_name("attribute", grouping.attribute, names)];
  }
  return grouping;
}

}  // namespace themata::study::detail
