#include "themata/study/flags.hpp"

#include <set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/codings.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

std::unordered_map<model::CodingId, CodingFlag> flags_by_coding(Project& project) {
  std::unordered_map<model::CodingId, CodingFlag> flags;
  for (CodingFlag& flag : store::coding_flags(project.database())) {
    flags.emplace(flag.coding, std::move(flag));
  }
  return flags;
}

std::size_t clear_flags(Project& project, const std::vector<std::int64_t>& codings) {
  Edit edit(project, "unflag");
  const std::set<std::int64_t> ids(codings.begin(), codings.end());
  for (const std::int64_t id : ids) {
    if (store::clear_flag(project.database(), model::CodingId{id})) continue;
    if (store::codings(project.database(), {model::CodingId{id}}).empty()) {
      throw NotFound(
          fmt::format("there is no coding {}; see the column id of \"themata excerpts\"", id));
    }
    throw NotFound(fmt::format(
        "coding {} has no flag; \"themata excerpts --flagged\" lists those that have one", id));
  }
  edit.commit(text::plural(ids.size(), "coding"));
  return ids.size();
}

}  // namespace themata::study
