#include "themata/study/import.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/detail/reading_of.hpp"
#include "themata/study/detail/similar_names.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using detail::FileToImport;
using detail::PreparedFile;
using detail::SpeakerDirectory;

/// The names and files that the study has, so that none comes in twice.
class KnownSources {
 public:
  explicit KnownSources(store::Database& database) : database_(database) {
    for (const model::Source& source : store::sources(database)) remember(source.name, source.id);
  }

  [[nodiscard]] std::optional<model::SourceId> find(const std::string& name) const {
    const auto found = by_key_.find(text::name_key(name));
    if (found == by_key_.end()) return std::nullopt;
    return found->second;
  }

  void remember(const std::string& name, model::SourceId id) {
    by_key_.emplace(text::name_key(name), id);
    by_hash_.emplace(store::to_hex(store::original_hash(database_, id)), name);
  }

  /// The source that holds the same bytes, if any.
  [[nodiscard]] const std::string* twin(const store::Sha256& hash) const {
    const auto found = by_hash_.find(store::to_hex(hash));
    return found == by_hash_.end() ? nullptr : &found->second;
  }

 private:
  store::Database& database_;
  std::unordered_map<std::string, model::SourceId> by_key_;
  std::unordered_map<std::string, std::string> by_hash_;
};

/// One import on its way.
class Import {
 public:
  Import(Project& project, bool with_preview)
      : project_(project),
        with_preview_(with_preview),
        known_(project.database()),
        directory_(project) {}

  [[nodiscard]] std::vector<std::string> known_speakers() const {
    return directory_.known_speakers();
  }
  [[nodiscard]] std::vector<JoinedParticipant> joined() const { return directory_.joined(); }

  /// Stores one file, or says why not; never throws for a fault of the file.
  ImportedFile take(const FileToImport& file, PreparedFile prepared) {
    ImportedFile result;
    result.path = file.path.string();
    result.source = file.source;
    result.comments = prepared.transcript.comments.size();
    try {
      if (!prepared.error.empty()) throw InputError(prepared.error);
      store(file, prepared, result);
    } catch (const StoreError&) {
      throw;  // the study itself is in trouble: nothing of the import is kept
    } catch (const Error& error) {
      result.outcome = ImportedFile::Outcome::failed;
      result.error = error.what();
    }
    return result;
  }

 private:
  void store(const FileToImport& file, PreparedFile& prepared, ImportedFile& result) {
    result.source = model::checked_name("source", file.source);
    if (const auto same_name = known_.find(result.source)) {
      if (store::original_hash(project_.database(), *same_name) == prepared.original_hash) {
        result.outcome = ImportedFile::Outcome::unchanged;
        return;
      }
      throw Conflict(
          fmt::format("{}: the study has another source named \"{}\"; give this one a name with "
                      "--name, or, if it is "
                      "that one corrected: themata source revise",
                      result.path, result.source));
    }
    read_again_if_need_be(file, prepared);
    add(file, prepared, result);
    result.outcome = ImportedFile::Outcome::imported;
  }

  /// A file was read before those that come before it were stored. If one of its look-alikes is a
  /// speaker by now, its turns are others.
  void read_again_if_need_be(const FileToImport& file, PreparedFile& prepared) {
    const std::vector<std::string>& keys = prepared.transcript.look_alikes;
    const bool another = std::any_of(keys.begin(), keys.end(),
                                     [&](const std::string& key) { return directory_.knows(key); });
    if (another) detail::parse(prepared, file, directory_.known_speakers());
  }

  void add(const FileToImport& file, PreparedFile& prepared, ImportedFile& result) {
    if (const std::string* twin = known_.twin(prepared.original_hash)) {
      prepared.transcript.diagnostics.push_back(
          {0, fmt::format("holds the same bytes as the source \"{}\"", *twin)});
    }
    store::Savepoint savepoint(project_.database());
    FileToImport named = file;
    named.source = result.source;
    result.speakers = directory_.assign(prepared.transcript, named);
    report_unused_participant(named, prepared.transcript, result.speakers);
    report_missing_labels(named, prepared.transcript, result.speakers);
    const store::NewSource source = new_source(named, prepared, result.speakers);
    const model::SourceId id = store::add_source(project_.database(), source);
    savepoint.keep();
    known_.remember(result.source, id);
    result.details = prepared.transcript.details;
    result.diagnostics = prepared.transcript.diagnostics;
    report_comments(result);
    if (with_preview_) result.preview = preview_of(prepared.transcript);
  }

  static void report_comments(ImportedFile& result) {
    if (result.comments == 0) return;
    result.diagnostics.push_back(
        {0, fmt::format("has {} in its margin; to make codings of them: themata comments import",
                        text::plural(result.comments, "comment"))});
  }

  /// A name was given for a file whose labels are names themselves.
  static void report_unused_participant(const FileToImport& file, ingest::Transcript& transcript,
                                        const std::vector<FoundSpeaker>& speakers) {
    if (!file.participant) return;
    const std::string key = text::name_key(*file.participant);
    const bool used = std::any_of(speakers.begin(), speakers.end(), [&](const FoundSpeaker& one) {
      return text::name_key(one.participant) == key;
    });
    if (used) return;
    transcript.diagnostics.push_back(
        {0,
         fmt::format("nobody in it is {}: its labels are names of their own", *file.participant)});
  }

  /// Where two people talk, a text without labels counts the one's words as the other's.
  static void report_missing_labels(const FileToImport& file, ingest::Transcript& transcript,
                                    const std::vector<FoundSpeaker>& speakers) {
    const bool two_talk =
        file.kind == model::SourceKind::interview || file.kind == model::SourceKind::group;
    if (!two_talk || !transcript.speakers.empty() || speakers.empty()) return;
    transcript.diagnostics.push_back(
        {0, fmt::format("no labels were found, so all of it is said by {}; if somebody else speaks "
                        "in it, put a label before each turn (\"I:\", \"P:\"); if nobody does, "
                        "import it with --kind written or diary",
                        speakers.front().participant)});
  }

  store::NewSource new_source(const FileToImport& file, PreparedFile& prepared,
                              const std::vector<FoundSpeaker>& speakers) {
    store::NewSource source = detail::reading_of(prepared, speakers, directory_);
    source.guid = project_.new_guid();
    source.name = file.source;
    source.kind = file.kind;
    source.occasion = file.occasion;
    source.text = prepared.transcript.text;
    source.text_hash = prepared.text_hash;
    source.original = prepared.bytes;
    source.original_hash = prepared.original_hash;
    source.file_name = file.path.filename().string();
    source.encoding = prepared.transcript.encoding;
    source.imported = project_.now();
    return source;
  }

  Project& project_;
  const bool with_preview_;
  KnownSources known_;
  SpeakerDirectory directory_;
};

/// Turns and words as the study counts them.
void fill_in_speech(Project& project, ImportReport& report) {
  std::unordered_map<std::string, ImportedFile*> by_source;
  for (ImportedFile& file : report.files) {
    if (file.outcome == ImportedFile::Outcome::imported) by_source.emplace(file.source, &file);
  }
  for (const store::SpeakerSummary& summary : store::speaker_summaries(project.database())) {
    const auto file = by_source.find(summary.source);
    if (file == by_source.end()) continue;
    for (FoundSpeaker& speaker : file->second->speakers) {
      if (speaker.label != summary.speaker.label) continue;
      speaker.turns = summary.turns;
      speaker.words = summary.words;
    }
  }
}

/// What is told of the whole study.
void fill_in_study(Project& project, ImportReport& report) {
  fill_in_speech(project, report);
  report.similar = detail::similar_names(store::participants(project.database()));
  report.brackets = store::bracket_summaries(project.database());
}

std::string summary_of(const ImportReport& report) {
  std::size_t imported = 0;
  std::string last;
  for (const ImportedFile& file : report.files) {
    if (file.outcome != ImportedFile::Outcome::imported) continue;
    ++imported;
    last = file.source;
  }
  return imported == 1 ? fmt::format("1 source: {}", last) : fmt::format("{} sources", imported);
}

}  // namespace

std::vector<TurnPreview> preview_of(const ingest::Transcript& transcript) {
  constexpr std::size_t turns_shown = 4;
  constexpr std::size_t longest = 240;
  std::vector<TurnPreview> preview;
  for (std::size_t i = 0; i < std::min(turns_shown, transcript.turns.size()); ++i) {
    const model::Turn& turn = transcript.turns[i];
    const std::string_view said = text::slice(transcript.text, turn.range);
    preview.push_back({turn.speaker ? transcript.speakers[*turn.speaker].label : "",
                       text::shortened(said, longest, text::CutAt::end)});
  }
  return preview;
}

std::size_t ImportReport::count(ImportedFile::Outcome outcome) const {
  return static_cast<std::size_t>(
      std::count_if(files.begin(), files.end(),
                    [&](const ImportedFile& file) { return file.outcome == outcome; }));
}

ImportReport import_sources(Project& project, const ImportRequest& request,
                            const ImportProgress& progress) {
  ImportReport report;
  report.dry_run = request.dry_run;
  const std::vector<FileToImport> files = detail::files_to_import(request, report.passed_over);
  Edit edit(project, "import");
  Import import(project, request.dry_run);
  detail::FilePreparer preparer(files, import.known_speakers());
  for (std::size_t i = 0; i < files.size(); ++i) {
    report.files.push_back(import.take(files[i], preparer.next()));
    if (progress) progress(i + 1, files.size());
  }
  report.joined = import.joined();
  if (request.dry_run || edit.commit(summary_of(report))) fill_in_study(project, report);
  return report;
}

}  // namespace themata::study
