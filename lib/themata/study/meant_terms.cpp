#include "themata/study/meant_terms.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/files.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

using model::StoredFamily;

bool is_file(const std::string& path) {
  std::error_code ignored;  // then it is none
  return path == "-" ||
         (std::filesystem::exists(path, ignored) && !std::filesystem::is_directory(path, ignored));
}

bool looks_like_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".terms");
}

/// The names of the study's term lists, each once.
std::vector<std::string> list_names(const std::vector<StoredFamily>& families) {
  std::vector<std::string> names;
  for (const StoredFamily& family : families) {
    const bool known = std::find(names.begin(), names.end(), family.list) != names.end();
    if (!family.list.empty() && !known) names.push_back(family.list);
  }
  return names;
}

/// Families of the study, and what they are called together.
struct Called {
  std::string name;
  std::vector<StoredFamily> families;
};

/// Those that a name means: a list's, one by its label, or all.
Called families_called(const std::vector<StoredFamily>& all, const std::string& name) {
  const std::string key = text::name_key(name);
  std::vector<StoredFamily> meant;
  if (!key.empty()) {
    std::copy_if(all.begin(), all.end(), std::back_inserter(meant),
                 [&](const StoredFamily& family) { return text::name_key(family.list) == key; });
  }
  if (!meant.empty()) return {meant.front().list, meant};
  for (const StoredFamily& family : all) {
    if (text::name_key(family.name) == key) return {family.name, {family}};
  }
  if (key == "all" && !all.empty()) return {"the study", all};
  if (looks_like_path(name)) read_file(name);  // says why it cannot be read
  const std::vector<std::string> names = list_names(all);
  throw NotFound(
      fmt::format("{}: there is no such file, and no such term list or family in the study{}", name,
                  names.empty() ? "" : fmt::format("; its lists are {}", fmt::join(names, ", "))),
      text::nearest_names(name, names));
}

}  // namespace

std::vector<model::TermFamily> counted_families(Project& project,
                                                const std::vector<StoredFamily>& stored) {
  std::vector<model::TermFamily> families;
  for (const StoredFamily& family : stored) {
    families.push_back(counted_family(family));
    for (const auto& decision : store::hit_decisions(project.database(), family.id)) {
      if (decision.left_out) families.back().left_out.push_back(decision.segment);
    }
  }
  return families;
}

MeantTerms terms_meant(Project& project, const std::string& terms) {
  if (is_file(terms)) {
    return {std::filesystem::path(terms).filename().string(),
            exchange::read_term_list(terms, read_file(terms)),
            {}};
  }
  const Called called = families_called(term_families(project), terms);
  MeantTerms meant{called.name, counted_families(project, called.families), {}};
  for (const StoredFamily& family : called.families) {
    if (family.count(model::FormState::proposed) > 0) meant.not_approved.push_back(family.name);
  }
  return meant;
}

}  // namespace themata::study
