#include "themata/study/choosing.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/codings.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

void require_coding(Project& project, model::CodingId id) {
  if (!store::codings(project.database(), {id}).empty()) return;
  throw NotFound(
      fmt::format("there is no coding {}; see the column id of \"themata excerpts\"", id.value));
}

}  // namespace

std::size_t choose_excerpts(Project& project, const std::vector<std::int64_t>& codings) {
  Edit edit(project, "excerpts choose");
  std::size_t chosen = 0;
  for (const std::int64_t id : codings) {
    require_coding(project, model::CodingId{id});
    chosen +=
        store::choose_excerpt(project.database(), {model::CodingId{id}, project.now()}) ? 1 : 0;
  }
  edit.commit(fmt::format("{} for the report", text::plural(chosen, "excerpt")));
  return chosen;
}

std::size_t drop_excerpts(Project& project, const std::vector<std::int64_t>& codings) {
  Edit edit(project, "excerpts drop");
  std::size_t dropped = 0;
  for (const std::int64_t id : codings) {
    require_coding(project, model::CodingId{id});
    dropped += store::drop_chosen_excerpt(project.database(), model::CodingId{id}) ? 1 : 0;
  }
  edit.commit(fmt::format("{} not for the report", text::plural(dropped, "excerpt")));
  return dropped;
}

std::unordered_set<model::CodingId> chosen_codings(Project& project) {
  std::unordered_set<model::CodingId> chosen;
  for (const store::ChosenExcerpt& one : store::chosen_excerpts(project.database())) {
    chosen.insert(one.coding);
  }
  return chosen;
}

}  // namespace themata::study
