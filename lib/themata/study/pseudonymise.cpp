#include "themata/study/pseudonymise.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/exchange/name_map_csv.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/model/names.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/free_text.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/detail/leftover_names.hpp"
#include "themata/study/detail/name_rewriting.hpp"
#include "themata/study/detail/names_in_words.hpp"
#include "themata/study/detail/rewriting.hpp"
#include "themata/study/files.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using detail::MappedName;
using detail::Pseudonyms;

/// Adds to the count of `name` in a list that keeps the order of first mention.
void add(std::vector<std::pair<std::string, std::size_t>>& counts, std::string_view name,
         std::size_t number) {
  const auto found = std::find_if(counts.begin(), counts.end(),
                                  [&](const auto& count) { return count.first == name; });
  if (found == counts.end()) {
    counts.emplace_back(name, number);
  } else {
    found->second += number;
  }
}

std::vector<model::Source> sources_meant(Project& project, const std::vector<std::string>& names) {
  std::vector<model::Source> all = store::sources(project.database());
  if (names.empty()) return all;
  std::unordered_set<model::SourceId> meant;
  for (const std::string& name : names) meant.insert(model::find_named("source", name, all).id);
  std::erase_if(all, [&](const model::Source& source) { return !meant.contains(source.id); });
  return all;
}

/// Every part of the pseudonyms, folded: none of them is a name that was left over.
std::unordered_set<std::string> parts_of_pseudonyms(const Pseudonyms& pseudonyms) {
  std::unordered_set<std::string> parts;
  text::WordSegmenter segmenter;
  for (const MappedName& name : pseudonyms.names()) {
    for (const text::TextRange part : text::name_parts(name.pseudonym, segmenter)) {
      parts.insert(text::fold(text::slice(name.pseudonym, part)));
    }
  }
  return parts;
}

/// The command at work on a copy of the study.
class Work {
 public:
  Work(Project& project, Pseudonyms& pseudonyms, const PseudonymiseRequest& request)
      : project_(project),
        pseudonyms_(pseudonyms),
        sources_(sources_meant(project, request.sources)),
        all_(request.sources.empty()) {}

  PseudonymiseReport run() {
    for (const MappedName& name : pseudonyms_.names()) {
      report_.names.push_back({name.real, name.pseudonym, name.why, {}});
    }
    look_at_texts();
    const detail::NamesInUse before(project_);
    for (const model::Source& source : sources_) replace_in(source);
    replace_elsewhere();
    refuse_shared_names(before, detail::NamesInUse(project_));
    name_as_they_are_now();
    look_for_leftovers();
    look_at_other_sources();
    look_inside_words();
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::string text_of(model::SourceId id) {
    return store::source_text(project_.database(), id);
  }

  /// Before anything is replaced: what small letters mean, and pseudonyms that are said already.
  void look_at_texts() {
    std::vector<std::string> all;
    for (const MappedName& name : pseudonyms_.names()) {
      all.push_back(name.kind == MappedName::Kind::row ? name.pseudonym : "");
    }
    text::NameFinder said(all);
    std::map<std::size_t, std::size_t> already;
    for (const model::Source& source : sources_) {
      const std::string text = text_of(source.id);
      pseudonyms_.look_at(text);
      for (const auto& hit : said.find(text)) ++already[hit.name];
    }
    pseudonyms_.decide();
    for (const auto& [name, times] : already) {
      report_.warnings.push_back(fmt::format(
          "\"{}\" is in the texts already, {}; nobody will be able to tell who is meant", all[name],
          text::plural(times, "time")));
    }
  }

  void replace_in(const model::Source& source) {
    std::map<std::size_t, std::size_t> counts;
    const bool had_original = store::has_original(project_.database(), source.id);
    const store::RewrittenCodings codings =
        detail::replace_names(project_, source, pseudonyms_, [&](std::size_t name, bool replaced) {
          ++(replaced ? counts[name] : report_.names[name].kept);
        });
    std::size_t all = 0;
    for (const auto& [name, times] : counts) {
      report_.names[name].sources.emplace_back(std::to_string(source.id.value), times);
      all += times;
    }
    if (all > 0) report_.sources.emplace_back(std::to_string(source.id.value), all);
    store::drop_original(project_.database(), source.id);  // what a file holds besides its text
    if (had_original && !store::has_original(project_.database(), source.id)) {
      report_.without_original.push_back(std::to_string(source.id.value));
    }
    touched_.insert(touched_.end(), codings.touched.begin(), codings.touched.end());
    report_.joined += codings.joined;
  }

  void replace_elsewhere() {
    std::optional<std::vector<model::SourceId>> ids;
    if (!all_) {
      ids.emplace();
      for (const model::Source& source : sources_) ids->push_back(source.id);
    }
    replace_names_elsewhere(project_, ids, pseudonyms_,
                            [&](std::string_view place, std::size_t name, bool replaced) {
                              if (!replaced) {
                                add(report_.kept_places, place, 1);
                                return;
                              }
                              ++report_.names[name].elsewhere;
                              add(report_.places, place, 1);
                            });
  }

  /// Sources were counted by their ids, and codings noted by theirs: their names may be new.
  void name_as_they_are_now() {
    std::map<std::string, std::string> names;
    for (const auto& source : store::sources(project_.database())) {
      names.emplace(std::to_string(source.id.value), source.name);
    }
    for (auto& [source, count] : report_.sources) source = names.at(source);
    for (std::string& source : report_.without_original) source = names.at(source);
    for (NameReplaced& name : report_.names) {
      for (auto& [source, count] : name.sources) source = names.at(source);
    }
    const model::Codebook codebook = store::codebook(project_.database());
    for (const model::Coding& coding : store::codings(project_.database(), touched_)) {
      const std::string text = text_of(coding.segment.source);
      report_.extended.push_back(
          {coding.id.value, names.at(std::to_string(coding.segment.source.value)),
           codebook.code(coding.code).name, std::string(text::slice(text, coding.segment.range))});
    }
  }

  void look_for_leftovers() {
    detail::LeftoverNames leftovers(parts_of_pseudonyms(pseudonyms_),
                                    store::study_info(project_.database()).language);
    for (const model::Source& source : sources_) {
      leftovers.read(store::source(project_.database(), source.id).name, text_of(source.id));
    }
    report_.leftovers = leftovers.list();
  }

  void look_at_other_sources() {
    if (all_) return;
    for (const model::Source& source : store::sources(project_.database())) {
      const bool done = std::any_of(sources_.begin(), sources_.end(),
                                    [&](const auto& other) { return other.id == source.id; });
      if (done) continue;
      std::size_t times = 0;
      pseudonyms_.edits(
          text_of(source.id), [](text::TextRange) { return true; },
          [&](std::size_t, text::TextRange, bool) { ++times; });
      if (times == 0) continue;
      report_.warnings.push_back(fmt::format("{} was not named, and still has {}", source.name,
                                             text::plural(times, "real name")));
    }
  }

  void look_inside_words() {
    std::vector<std::string> reals;
    for (const MappedName& name : pseudonyms_.names()) reals.push_back(name.real);
    detail::NamesInWords words(reals);
    store::rewrite_free_text(project_.database(), std::nullopt,
                             [&](std::string_view place, const std::string& text) {
                               words.read(std::string(place), text);
                               return std::optional<std::string>();
                             });
    for (const model::Source& source : store::sources(project_.database())) {
      words.read(source.name, text_of(source.id));
    }
    for (std::string& sentence : words.sentences()) report_.warnings.push_back(std::move(sentence));
  }

  Project& project_;
  Pseudonyms& pseudonyms_;
  std::vector<model::Source> sources_;
  bool all_;
  std::vector<model::CodingId> touched_;
  PseudonymiseReport report_;
};

/// What the map itself gives cause to say.
std::vector<std::string> warnings_of(Project& project, const exchange::NameMap& map,
                                     const std::string& file) {
  std::vector<std::string> warnings;
  if (!map.other_heading.empty()) {
    warnings.push_back(fmt::format("the first line of {}, \"{}\", was taken for its heading", file,
                                   map.other_heading));
  }
  std::map<std::string, std::vector<std::string>> reals;
  text::WordSegmenter segmenter;
  std::vector<std::string> names;
  for (const exchange::NameMapRow& row : map.rows) {
    std::vector<std::string>& same = reals[text::NameFinder::key(row.pseudonym, segmenter)];
    const std::string key = text::NameFinder::key(row.real, segmenter);
    const bool known = std::any_of(same.begin(), same.end(), [&](const std::string& real) {
      return text::NameFinder::key(real, segmenter) == key;
    });
    if (!known) same.push_back(row.real);
    names.push_back(row.real);
  }
  for (const auto& [pseudonym, same] : reals) {
    if (same.size() < 2) continue;
    warnings.push_back(fmt::format("{} get one pseudonym: right if they are one person",
                                   fmt::join(same, " and ")));
  }
  text::NameFinder finder(names);
  for (const std::string& coder : coder_names(project)) {
    if (finder.find(coder).empty()) continue;
    warnings.push_back(
        fmt::format("the coder \"{}\" keeps that name: coders are not changed", coder));
  }
  return warnings;
}

/// Who has the same name before and afterwards, the first ten of them; empty if nobody has.
std::string who_keeps_a_name(const std::vector<model::Participant>& before,
                             const std::vector<model::Participant>& now) {
  constexpr std::size_t most_named = 10;
  std::vector<std::string> names;
  for (const model::Participant& who : now) {
    const bool is_kept = std::any_of(before.begin(), before.end(), [&](const auto& one) {
      return one.id == who.id && one.name == who.name;
    });
    if (is_kept && !ingest::is_generic_label(who.name)) names.push_back(who.name);
  }
  if (names.empty()) return {};
  const std::size_t more = names.size() - std::min(names.size(), most_named);
  names.resize(names.size() - more);
  return fmt::format(
      "participants who keep their names: {}{}; if one of these is real, give it a row",
      fmt::join(names, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

std::string summary_of(const PseudonymiseReport& report) {
  std::size_t in_texts = 0;
  for (const auto& [source, count] : report.sources) in_texts += count;
  return fmt::format("{} replaced in {}; what was before cannot be undone",
                     text::plural(in_texts, "name"), text::plural(report.sources.size(), "source"));
}

}  // namespace

std::size_t NameReplaced::in_texts() const {
  std::size_t all = 0;
  for (const auto& [source, count] : sources) all += count;
  return all;
}

PseudonymiseReport pseudonymise(Project& project, const PseudonymiseRequest& request) {
  const exchange::NameMap map = exchange::read_name_map(request.map, read_file(request.map));
  Pseudonyms pseudonyms(request.map, map.rows, store::study_info(project.database()).language);
  PseudonymiseReport report;
  std::vector<model::SourceId> sources;
  std::string kept;
  const auto work = [&](Project& copy, Edit&) {
    for (const auto& source : sources_meant(copy, request.sources)) sources.push_back(source.id);
    const std::vector<model::Participant> before = store::participants(copy.database());
    report = Work(copy, pseudonyms, request).run();
    kept = who_keeps_a_name(before, store::participants(copy.database()));
    return summary_of(report);
  };
  // a change in which no recorded row differs is taken back, and this with it
  const auto let_files_go = [&](Project& copy) {
    for (const model::SourceId id : sources) store::drop_original(copy.database(), id);
  };
  auto backups =
      detail::rewrite_study(project, "source pseudonymise", request.dry_run, work, let_files_go);
  report.backups = std::move(backups);
  const std::vector<std::string> warnings = warnings_of(project, map, request.map);
  report.warnings.insert(report.warnings.begin(), warnings.begin(), warnings.end());
  if (!kept.empty()) report.warnings.insert(report.warnings.begin(), kept);
  return report;
}

}  // namespace themata::study
