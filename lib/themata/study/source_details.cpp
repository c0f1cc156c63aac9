#include "themata/study/detail/source_details.hpp"

#include <algorithm>
#include <unordered_set>

#include "themata/text/name_key.hpp"

namespace themata::study::detail {

std::vector<std::string> detail_keys(const std::vector<model::Source>& sources) {
  std::vector<std::string> keys;
  std::unordered_set<std::string> known;
  for (const model::Source& source : sources) {
    for (const model::SourceDetail& detail : source.details) {
      if (known.insert(text::name_key(detail.key)).second) keys.push_back(detail.key);
    }
  }
  return keys;
}

bool has_name(const std::vector<std::string>& names, std::string_view name) {
  const std::string key = text::name_key(name);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return text::name_key(one) == key; });
}

}  // namespace themata::study::detail
