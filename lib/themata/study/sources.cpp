#include "themata/study/sources.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/rewrite.hpp"
#include "themata/study/detail/orphans.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

std::vector<SourceSummary> list_sources(Project& project) {
  return store::source_summaries(project.database());
}

model::Source find_source(Project& project, const std::string& name) {
  return model::find_named("source", name, store::sources(project.database()));
}

SourceFile source_file(Project& project, const model::Source& source) {
  return store::source_file(project.database(), source.id);
}

std::string source_text(Project& project, const model::Source& source) {
  return store::source_text(project.database(), source.id);
}

std::string source_original(Project& project, const model::Source& source) {
  if (!store::has_original(project.database(), source.id)) {
    throw Conflict(fmt::format(
        "the file of {} is no longer in the study: it went when names or speech were taken out; "
        "what is left of its text can be exported without --original",
        source.name));
  }
  return store::source_original(project.database(), source.id);
}

Renamed rename_source(Project& project, const std::string& name, const std::string& new_name) {
  Edit edit(project, "source rename");
  const model::Source source = find_source(project, name);
  const std::string checked = model::checked_name("source", new_name);
  for (const model::Source& other : store::sources(project.database())) {
    if (other.id != source.id && text::name_key(other.name) == text::name_key(checked)) {
      throw Conflict(fmt::format("the name \"{}\" is taken by another source", other.name));
    }
  }
  store::rename_source(project.database(), source.id, checked);
  edit.commit(fmt::format("{} is now {}", source.name, checked));
  return {source.name, checked};
}

bool set_source(Project& project, const std::string& name, const SourceChanges& changes) {
  Edit edit(project, "source set");
  const model::Source source = find_source(project, name);
  std::vector<std::string> set;
  if (changes.kind) {
    store::set_source_kind(project.database(), source.id, *changes.kind);
    set.push_back(fmt::format("kind {}", model::to_string(*changes.kind)));
  }
  if (changes.occasion) {
    const std::string occasion =
        changes.occasion->empty() ? "" : model::checked_name("occasion", *changes.occasion);
    store::set_source_occasion(project.database(), source.id, occasion);
    set.push_back(occasion.empty() ? "no occasion" : "occasion " + occasion);
  }
  return edit.commit(fmt::format("{}: {}", source.name, fmt::join(set, ", ")));
}

RemovedSource remove_source(Project& project, const std::string& name) {
  Edit edit(project, "source remove");
  detail::Orphans orphans(project);
  const model::Source source = find_source(project, name);
  RemovedSource removed;
  removed.name = source.name;
  for (const SourceSummary& summary : store::source_summaries(project.database())) {
    if (summary.source.id == source.id) removed.codings = summary.codings;
  }
  store::remove_source(project.database(), source.id);
  removed.participants = orphans.remove();
  edit.commit(fmt::format("{} with {}", source.name, text::plural(removed.codings, "coding")));
  return removed;
}

}  // namespace themata::study
