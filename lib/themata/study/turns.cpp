#include "themata/study/turns.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/detail/orphans.hpp"
#include "themata/study/detail/previous_speakers.hpp"
#include "themata/study/detail/reading_of.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

ingest::Transcript read_again(const std::string& source, std::string text,
                              const ingest::ReadOptions& options) {
  try {
    return ingest::reread_transcript(std::move(text), options);
  } catch (const InputError& error) {
    throw InputError(source, error.what());
  }
}

}  // namespace

NewTurns set_turns(Project& project, const std::string& source,
                   const std::optional<std::string>& own_labels) {
  Edit edit(project, "source turns");
  detail::Orphans orphans(project);
  const model::Source found = find_source(project, source);
  const std::vector<store::SpeakerSummary> previous = detail::speakers_of(project, found.id);
  detail::FileToImport file;
  file.path = found.name;
  file.source = found.name;
  file.kind = found.kind;
  file.own_labels = own_labels;
  file.participant = detail::only_participant(previous);
  detail::SpeakerDirectory directory(project, found.id);
  detail::PreparedFile prepared;
  prepared.transcript = read_again(
      found.name, store::source_text(project.database(), found.id),
      {.markdown = false, .known_speakers = directory.known_speakers(), .own_labels = own_labels});
  detail::count_words(prepared);

  NewTurns outcome;
  outcome.source = found.name;
  outcome.turns = prepared.transcript.turns.size();
  outcome.diagnostics = prepared.transcript.diagnostics;
  outcome.speakers = directory.assign(prepared.transcript, file, previous);
  store::NewSource reading = detail::reading_of(prepared, outcome.speakers, directory);
  reading.text = prepared.transcript.text;
  reading.imported = project.now();
  store::set_turns(project.database(), found.id, reading);
  outcome.participants = orphans.remove();
  edit.commit(fmt::format("{}: {}, {}", found.name, text::plural(outcome.turns, "turn"),
                          own_labels ? "labels " + *own_labels : "by rule"));
  return outcome;
}

}  // namespace themata::study
