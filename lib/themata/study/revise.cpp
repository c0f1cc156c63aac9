#include "themata/study/revise.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/analysis/kwic.hpp"
#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/revise_source.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/detail/kwic_places.hpp"
#include "themata/study/detail/orphans.hpp"
#include "themata/study/detail/previous_speakers.hpp"
#include "themata/study/detail/reading_of.hpp"
#include "themata/study/detail/revised_places.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using detail::FileToImport;
using detail::PreparedFile;
using detail::RevisedPlaces;

/// A decision of the source and where it is to be.
struct PlacedDecision {
  const model::StoredFamily* family;
  model::HitDecision decision;
  text::Placement place;
  bool was_hit;
};

/// One revision on its way.
class Reviser {
 public:
  Reviser(Project& project, const std::string& name, const std::string& path,
          const RevisionOptions& options)
      : project_(project),
        source_(find_source(project, name)),
        anyway_(options.anyway),
        previous_(detail::speakers_of(project, source_.id)),
        directory_(project, source_.id),
        files_(file_to_read(path, options)),
        file_(read(files_)) {}

  /// Writes the new text and says what became of all that hung on the old one.
  Revision run() {
    Revision revision;
    revision.source = source_.name;
    old_ = store::load_source(project_.database(), source_.id);
    revision.turns_before = revision.turns_now = old_.turns.size();
    if (store::original_hash(project_.database(), source_.id) == file_.original_hash &&
        !files_.front().own_labels) {
      revision.moved = old_.codings.size();
      return revision;
    }
    detail::Orphans orphans(project_);
    revision.changed = true;
    detail::restore_labels(old_, file_.transcript);
    revision.turns_now = file_.transcript.turns.size();
    revision.speakers = directory_.assign(file_.transcript, files_.front(), previous_);
    revision.diagnostics = file_.transcript.diagnostics;
    report_own_labels(revision);
    report_names_taken_out(revision);
    move_all(revision);
    revision.participants = orphans.remove();
    return revision;
  }

 private:
  std::vector<FileToImport> file_to_read(const std::string& path, const RevisionOptions& options) {
    ImportRequest request;
    request.paths = {path};
    request.own_labels = options.own_labels;
    std::vector<std::string> passed_over;
    std::vector<FileToImport> files = detail::files_to_import(request, passed_over);
    if (files.size() != 1) {
      throw InputError(path, "is a folder; a source is revised by one file");
    }
    files.front().source = source_.name;
    files.front().kind = source_.kind;
    files.front().participant = detail::only_participant(previous_);
    return files;
  }

  PreparedFile read(const std::vector<FileToImport>& files) {
    PreparedFile file = detail::FilePreparer(files, directory_.known_speakers()).next();
    if (!file.error.empty()) throw InputError(file.error);
    return file;
  }

  /// The expression by which a person had the turns found is not kept in the study.
  void report_own_labels(Revision& revision) {
    if (files_.front().own_labels) return;
    if (store::source_file(project_.database(), source_.id).convention != "own labels") return;
    revision.diagnostics.push_back(
        {0,
         "its turns were found by labels of your own before, and by the rules now; give them "
         "again with --turns"});
  }

  /// The file of a source is kept but where a command took names out of its text.
  void report_names_taken_out(Revision& revision) {
    if (store::source_file(project_.database(), source_.id).original_bytes > 0) return;
    revision.diagnostics.push_back(
        {0,
         "this file takes the place of a text whose names were taken out (\"source pseudonymise\", "
         "\"participant withdraw\"): names that stand in it are in the study again, and so is the "
         "file itself"});
  }

  /// The codings of a source are not to be spread over somebody else's words by a slip.
  void refuse_another_transcript(const RevisedPlaces& places) const {
    constexpr std::size_t shortest_text = 300;  // in bytes; less may well be written anew
    constexpr std::size_t least_kept = 20;      // of a hundred
    const std::size_t size = old_.text.size();
    if (anyway_ || size < shortest_text || 100 * places.kept_bytes() >= least_kept * size) return;
    throw Conflict(
        fmt::format("{}: has only {} % of the text of {} in it and seems to be another transcript; "
                    "if it is to take "
                    "its place all the same, say --anyway",
                    files_.front().path.string(), 100 * places.kept_bytes() / size, source_.name));
  }

  void move_all(Revision& revision) {
    const std::string& text = file_.transcript.text;
    store::NewSource reading = detail::reading_of(file_, revision.speakers, directory_);
    reading.text = text;
    reading.text_hash = file_.text_hash;
    reading.original = file_.bytes;
    reading.original_hash = file_.original_hash;
    reading.file_name = files_.front().path.filename().string();
    reading.encoding = file_.transcript.encoding;
    reading.imported = project_.now();
    const RevisedPlaces places(old_, reading, store::coding_flags(project_.database()));
    refuse_another_transcript(places);
    std::vector<store::MovedCoding> codings;
    for (const model::Coding& coding : old_.codings) codings.push_back(places.place(coding));
    report_codings(codings, revision);
    families_ = store::term_families(project_.database());
    move_decisions(placed_decisions(places), reading, codings, revision);
    store::move_memos_on_turns(project_.database(), source_.id,
                               [&](text::TextRange turn) { return places.turn_of(turn); });
    for (const store::MovedCoding& moved : codings) {
      if (!moved.flag && places.is_chosen(moved.coding, moved.range)) {
        store::clear_flag(project_.database(), moved.coding);
      }
    }
  }

  void report_codings(const std::vector<store::MovedCoding>& moved, Revision& revision) {
    const model::Codebook codebook = store::codebook(project_.database());
    std::unordered_map<model::CoderId, std::string> coders;
    for (const model::Coder& coder : store::coders(project_.database())) {
      coders.emplace(coder.id, coder.name);
    }
    const std::string& text = file_.transcript.text;
    const text::OffsetIndex offsets(text);
    for (std::size_t i = 0; i < moved.size(); ++i) {
      if (!moved[i].flag) {
        ++revision.moved;
        continue;
      }
      const model::Coding& coding = old_.codings[i];
      revision.to_check.push_back(
          {coding.id, codebook.code(coding.code).name, coders.at(coding.coder),
           offsets.code_points(moved[i].range), moved[i].flag->excerpt,
           std::string(text::slice(text, moved[i].range)), moved[i].flag->reason});
    }
  }

  /// The places in the source, as it is now, that a family's forms meet.
  std::set<text::TextRange> hits(const model::StoredFamily& family) {
    Filter filter;
    filter.sources = {source_.name};
    filter.speech = model::Speech::all;
    const auto corpus = store::open_corpus(project_.database(), select(project_, filter));
    detail::KwicPlaces places(project_);
    std::set<text::TextRange> ranges;
    analysis::kwic(*corpus, counted_family(family), 0,
                   [&](const analysis::KwicLine& line) { ranges.insert(places.of(line).range); });
    return ranges;
  }

  /// Those that are on the same words come first: they go before another one in their place.
  std::vector<PlacedDecision> placed_decisions(const RevisedPlaces& places) {
    std::vector<PlacedDecision> placed;
    for (const model::StoredFamily& family : families_) {
      auto decisions = store::hit_decisions(project_.database(), family.id);
      std::erase_if(decisions, [&](const auto& one) { return one.segment.source != source_.id; });
      if (decisions.empty()) continue;
      const std::set<text::TextRange> met = hits(family);
      for (const model::HitDecision& decision : decisions) {
        const text::TextRange range = decision.segment.range;
        placed.push_back({&family, decision, places.place(range), met.contains(range)});
      }
    }
    std::stable_partition(placed.begin(), placed.end(), [](const PlacedDecision& one) {
      return one.place.kind == text::Placement::Kind::same;
    });
    return placed;
  }

  /// Revises the source, and takes those decisions away again that are on no hit in its new text.
  void move_decisions(const std::vector<PlacedDecision>& placed, const store::NewSource& reading,
                      const std::vector<store::MovedCoding>& codings, Revision& revision) {
    std::vector<store::MovedDecision> moved;
    std::vector<const PlacedDecision*> kept;
    std::set<std::pair<model::TermFamilyId, text::TextRange>> taken;
    for (const PlacedDecision& one : placed) {
      const text::TextRange range = one.place.range;
      if (range.empty() || !taken.emplace(one.family->id, range).second) {
        drop(one, revision);
        continue;
      }
      moved.push_back({one.family->id, one.decision.segment.range, range});
      kept.push_back(&one);
    }
    store::revise_source(project_.database(), source_.id, reading, codings, moved);
    std::map<model::TermFamilyId, std::set<text::TextRange>> met;
    for (const PlacedDecision* one : kept) {
      if (!met.contains(one->family->id)) met.emplace(one->family->id, hits(*one->family));
      if (met.at(one->family->id).contains(one->place.range) || is_as_it_was(*one)) {
        ++revision.decisions;
        continue;
      }
      store::forget_decision(project_.database(), one->family->id, {source_.id, one->place.range});
      drop(*one, revision);
    }
  }

  /// True for a decision on words that the family did not meet before either (a form of it was
  /// taken away, say, and may come back).
  static bool is_as_it_was(const PlacedDecision& one) {
    return !one.was_hit && one.place.kind == text::Placement::Kind::same;
  }

  void drop(const PlacedDecision& one, Revision& revision) {
    const text::TextRange range = one.decision.segment.range;
    if (!old_offsets_) old_offsets_.emplace(old_.text);
    revision.dropped.push_back({one.family->name, old_offsets_->code_points(range),
                                std::string(text::slice(old_.text, range)), one.decision.left_out,
                                one.decision.reason});
  }

  Project& project_;
  model::Source source_;
  bool anyway_;
  std::vector<store::SpeakerSummary> previous_;
  detail::SpeakerDirectory directory_;
  std::vector<FileToImport> files_;
  PreparedFile file_;
  model::SourceData old_;
  std::optional<text::OffsetIndex> old_offsets_;  // made only if it is needed
  std::vector<model::StoredFamily> families_;
};

}  // namespace

Revision revise_source(Project& project, const std::string& source, const std::string& path,
                       const RevisionOptions& options) {
  Edit edit(project, "source revise");
  Revision revision = Reviser(project, source, path, options).run();
  if (!revision.changed || options.dry_run) return revision;
  edit.commit(fmt::format("{}: {} moved, {} flagged", revision.source,
                          text::plural(revision.moved, "coding"), revision.to_check.size()));
  return revision;
}

}  // namespace themata::study
