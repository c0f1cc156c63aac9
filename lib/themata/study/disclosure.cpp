#include "themata/study/disclosure.hpp"

#include <algorithm>
#include <set>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"

namespace themata::study {

namespace {

constexpr std::size_t together_unless_named = 3;

std::vector<std::string> attributes_meant(Project& project, const std::vector<std::string>& names) {
  std::vector<std::string> known = store::attribute_names(project.database());
  if (known.empty()) {
    throw Conflict(
        "the study knows no attributes of its participants; read them with "
        "`participant import`");
  }
  if (names.empty()) return known;
  std::set<std::size_t> meant;
  for (const std::string& name : names) meant.insert(model::find_name("attribute", name, known));
  std::vector<std::string> attributes;
  for (const std::size_t index : meant) attributes.push_back(known[index]);
  return attributes;
}

bool is_number(const std::string& value) {
  const std::size_t sign = value.starts_with('-') ? 1 : 0;
  return value.size() > sign && value.find_first_not_of("0123456789.,", sign) == std::string::npos;
}

bool holds_numbers(const std::vector<std::vector<std::string>>& values, std::size_t attribute) {
  bool any = false;
  for (const auto& row : values) {
    if (row[attribute].empty()) continue;
    if (!is_number(row[attribute])) return false;
    any = true;
  }
  return any;
}

}  // namespace

DisclosureReport disclosure(Project& project, const DisclosureRequest& request) {
  const std::vector<std::string> attributes = attributes_meant(project, request.attributes);
  const std::vector<model::Participant> participants = store::participants(project.database());
  std::vector<std::vector<std::string>> values;
  for (const model::Participant& participant : participants) {
    values.emplace_back();
    for (const std::string& name : attributes) {
      values.back().emplace_back(participant.attribute(name));
    }
  }
  analysis::DisclosureOptions options;
  options.k = request.k;
  options.most_attributes = request.attributes.empty() ? together_unless_named : attributes.size();
  const analysis::Disclosure found = analysis::disclosure(values, options);
  DisclosureReport report;
  report.participants = participants.size();
  report.rows_left_out = found.rows_left_out;
  report.attributes_together = found.attributes_together;
  report.attributes = attributes.size();
  report.all_combined = participants.empty() || found.attributes_together == report.attributes;
  report.too_many =
      !report.all_combined &&
      found.attributes_together < std::min(options.most_attributes, attributes.size());
  std::set<std::size_t> used;
  for (const analysis::SingledOut& row : found.rows) {
    DisclosureRow line;
    for (const std::size_t a : row.attributes) line.attributes.push_back(attributes[a]);
    line.values = row.values;
    for (const std::size_t p : row.participants) line.participants.push_back(participants[p].name);
    used.insert(row.attributes.begin(), row.attributes.end());
    report.rows.push_back(std::move(line));
  }
  for (const std::size_t a : used) {
    if (holds_numbers(values, a)) report.numeric.push_back(attributes[a]);
  }
  return report;
}

}  // namespace themata::study
