#include "themata/study/turns.hpp"

#include <fmt/format.h>

#include "themata/store/sources.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/detail/orphans.hpp"
#include "themata/study/detail/reading_of.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/sources.hpp"

namespace themata::study {

NewTurns set_turns(Project& project, const std::string& source,
                   const std::optional<std::string>& own_labels) {
  Edit edit(project, "source turns");
  const model::Source found = find_source(project, source);
  detail::FileToImport file;
  file.path = found.name;
  file.source = found.name;
  file.kind = found.kind;
  file.own_labels = own_labels;
  detail::SpeakerDirectory directory(project);
  detail::PreparedFile prepared;
  prepared.bytes = store::source_text(project.database(), found.id);
  detail::parse(prepared, file, directory.known_speakers());

  NewTurns outcome;
  outcome.source = found.name;
  outcome.turns = prepared.transcript.turns.size();
  outcome.diagnostics = prepared.transcript.diagnostics;
  outcome.speakers = directory.assign(prepared.transcript, file);
  store::NewSource reading = detail::reading_of(prepared, outcome.speakers, directory);
  reading.text = prepared.bytes;
  reading.imported = project.now();
  store::set_turns(project.database(), found.id, reading);
  outcome.participants = detail::remove_orphans(project);
  edit.commit(fmt::format("{}: {} turn{}, {}", found.name, outcome.turns,
                          outcome.turns == 1 ? "" : "s",
                          own_labels ? "labels " + *own_labels : "by rule"));
  return outcome;
}

}  // namespace themata::study
