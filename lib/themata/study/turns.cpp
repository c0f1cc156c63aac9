#include "themata/study/turns.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/corpus.hpp"
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

/// The file as it was imported, read anew; nothing if that gives another text by now.
std::optional<ingest::Transcript> read_file_again(Project& project, const model::Source& source,
                                                  const std::string& text,
                                                  ingest::ReadOptions options) {
  const store::SourceFile file = store::source_file(project.database(), source.id);
  options.format =
      ingest::format_of_extension(std::filesystem::path(file.file_name).extension().string())
          .value_or(ingest::FileFormat::plain_text);
  if (options.format == ingest::FileFormat::plain_text) return std::nullopt;
  try {
    ingest::Transcript transcript =
        ingest::read_transcript(store::source_original(project.database(), source.id), options);
    if (transcript.text == text) return transcript;
  } catch (const InputError&) {
    // its reader is not at hand, or another one wrote the text: the text itself is what there is
  }
  return std::nullopt;
}

ingest::Transcript read_again(Project& project, const model::Source& source,
                              const ingest::ReadOptions& options) {
  std::string text = store::source_text(project.database(), source.id);
  try {
    if (!options.own_labels) {
      if (auto transcript = read_file_again(project, source, text, options)) return *transcript;
    }
    return ingest::reread_transcript(std::move(text), options);
  } catch (const InputError& error) {
    throw InputError(source.name, error.what());
  }
}

}  // namespace

NewTurns set_turns(Project& project, const std::string& source,
                   const std::optional<std::string>& own_labels, bool dry_run) {
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
      project, found, {.known_speakers = directory.known_speakers(), .own_labels = own_labels});
  detail::count_words(prepared);
  detail::restore_labels(store::load_source(project.database(), found.id), prepared.transcript);

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
  if (dry_run) {
    outcome.preview = preview_of(prepared.transcript);
    return outcome;
  }
  edit.commit(fmt::format("{}: {}, {}", found.name, text::plural(outcome.turns, "turn"),
                          own_labels ? "labels " + *own_labels : "by rule"));
  return outcome;
}

}  // namespace themata::study
