#include "themata/study/withdraw.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/free_text.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/detail/cut_speech.hpp"
#include "themata/study/detail/leftover_names.hpp"
#include "themata/study/detail/name_rewriting.hpp"
#include "themata/study/detail/person_names.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

using detail::MappedName;

constexpr std::string_view neutral_summary = "(taken out: a participant withdrew)";

std::size_t codings_of(Project& project) {
  std::size_t all = 0;
  for (const SourceSummary& source : list_sources(project)) all += source.codings;
  return all;
}

class Withdrawal {
 public:
  Withdrawal(Project& project, const WithdrawRequest& request)
      : project_(project),
        request_(request),
        participant_(find_participant(project, request.participant)),
        person_(detail::names_of(project, participant_)),
        names_(person_.names, person_.others, request.replace_name.value_or(""),
               store::study_info(project.database()).language) {
    check_replacement();
    find_voices();
    for (store::CodingFlag& flag : store::coding_flags(project.database())) {
      flags_.emplace(flag.coding, std::move(flag));
    }
  }

  WithdrawReport run() {
    report_.participant = participant_.name;
    const std::size_t codings = codings_of(project_);
    const std::size_t memos = store::memos(project_.database()).size();
    const auto originals = with_original();
    take_out_speech();
    take_out_person();
    report_.codings = codings - codings_of(project_);
    report_.memos = memos - store::memos(project_.database()).size();
    deal_with_mentions();
    let_files_go();
    list_originals(originals);
    warn_of_coders();
    return std::move(report_);
  }

 private:
  void check_replacement() {
    if (!request_.replace_name) return;
    model::checked_name("replacement", *request_.replace_name);
    bool holds = false;
    names_.edits(
        *request_.replace_name, [](text::TextRange) { return true; },
        [&](std::size_t, text::TextRange, bool replaced) { holds = holds || replaced; });
    if (!holds) return;
    throw InputError(fmt::format("\"{}\" holds the name that it is to replace; choose another text",
                                 *request_.replace_name));
  }

  /// "[Joanne: mm]" is theirs unless another is called Joanne as well.
  void find_voices() {
    std::unordered_set<std::string> others;
    for (const std::string& other : person_.others) others.insert(text::name_key(other));
    for (const std::string& name : person_.names) {
      if (voices_.empty() || !others.contains(text::name_key(name))) voices_.push_back(name);
    }
    for (const MappedName& name : names_.names()) {
      if (name.kind == MappedName::Kind::part) voices_.push_back(name.real);
    }
  }

  void take_out_speech() {
    for (const model::Source& source : store::sources(project_.database())) {
      const model::SourceData data = store::load_source(project_.database(), source.id);
      if (!detail::labels_of(data, participant_.id).empty() &&
          detail::speaks_alone(data, participant_.id)) {
        remove(source);
      } else {
        cut(source, data);
      }
    }
  }

  void remove(const model::Source& source) {
    report_.removed_sources.push_back(source.name);
    removed_.push_back(source.name);
    store::remove_source(project_.database(), source.id);
  }

  void cut(const model::Source& source, const model::SourceData& data) {
    const detail::SourceRewriting rewriting = detail::cut_speech(
        data, store::stored_reading(project_.database(), source.id), participant_.id, voices_);
    if (rewriting.edits.empty() && rewriting.cut_speakers.empty()) return;
    forget_flagged_words(data);
    const store::RewrittenCodings codings = detail::rewrite(project_, rewriting);
    report_.trimmed += codings.touched.size();
    if (rewriting.cut_speakers.empty()) {
      report_.cut_voices.emplace_back(source.name, rewriting.edits.list().size());
    } else {
      report_.cut_sources.emplace_back(source.name, rewriting.cut_turns.size());
    }
  }

  /// The words that flagged codings were on may have been theirs.
  void forget_flagged_words(const model::SourceData& data) {
    for (const model::Coding& coding : data.codings) {
      const auto flag = flags_.find(coding.id);
      if (flag == flags_.end()) continue;
      flag->second.excerpt.clear();
      store::flag_coding(project_.database(), flag->second);
    }
  }

  [[nodiscard]] std::unordered_set<model::SourceId> with_original() {
    std::unordered_set<model::SourceId> ids;
    for (const model::Source& source : store::sources(project_.database())) {
      if (store::has_original(project_.database(), source.id)) ids.insert(source.id);
    }
    return ids;
  }

  /// Of the sources that are left, those whose file's own bytes went.
  void list_originals(std::unordered_set<model::SourceId> before) {
    for (const model::SourceId id : with_original()) before.erase(id);
    for (const model::Source& source : store::sources(project_.database())) {
      if (before.contains(source.id)) report_.without_original.push_back(source.name);
    }
  }

  void take_out_person() {
    for (const model::Attribute& attribute : participant_.attributes) {
      if (attribute.value.empty()) continue;
      ++report_.attributes;
    }
    store::remove_memos(project_.database(), model::MemoTarget::participant, participant_.id.value);
    store::remove_participant(project_.database(), participant_.id);
  }

  /// A file may hold the name besides its text, in its properties or what was not read of it.
  void let_files_go() {
    if (!request_.replace_name) return;
    for (const model::Source& source : store::sources(project_.database())) {
      store::drop_original(project_.database(), source.id);
    }
  }

  void warn_of_coders() {
    for (const std::string& coder : coder_names(project_)) {
      bool named = false;
      names_.edits(
          coder, [](text::TextRange) { return true; },
          [&](std::size_t, text::TextRange, bool replaced) { named = named || replaced; });
      if (!named) continue;
      report_.warnings.push_back(
          fmt::format("the coder \"{}\" keeps that name: coders are not changed", coder));
    }
  }

  void deal_with_mentions() {
    for (const MappedName& name : names_.names()) {
      if (name.kind != MappedName::Kind::other) report_.names.push_back(name.real);
    }
    for (const model::Source& source : store::sources(project_.database())) {
      names_.look_at(store::source_text(project_.database(), source.id));
    }
    names_.decide();
    neutralise_history();
    for (const model::Source& source : store::sources(project_.database())) {
      list_mentions(source);
      if (request_.replace_name) {
        detail::replace_names(project_, source, names_, [](std::size_t, bool) {});
      }
    }
    const auto note = [&](std::string_view place, std::size_t, bool replaced) {
      count(replaced ? report_.elsewhere : report_.kept, place);
    };
    if (request_.replace_name) {
      detail::replace_names_elsewhere(project_, std::nullopt, names_, note);
    } else {
      detail::find_names_elsewhere(project_, names_, note);
    }
  }

  static void count(std::vector<std::pair<std::string, std::size_t>>& counts,
                    std::string_view place) {
    const auto found = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& count) { return count.first == place; });
    if (found != counts.end()) {
      ++found->second;
    } else {
      counts.emplace_back(place, 1);
    }
  }

  void list_mentions(const model::Source& source) {
    const std::string text = store::source_text(project_.database(), source.id);
    for (const auto& place : detail::places_of_names(project_, source, text, names_)) {
      if (place.replaced) {
        report_.mentions.push_back({source.name, detail::line_around(text, place.range)});
      } else {
        count(report_.kept, source.name);
      }
    }
  }

  /// What the log says of the person, or of sources that are gone, it says no more.
  void neutralise_history() {
    text::NameFinder removed(removed_);
    store::rewrite_free_text(
        project_.database(), std::nullopt,
        [&](std::string_view place, const std::string& text) -> std::optional<std::string> {
          if (place != store::history_place) return std::nullopt;
          bool tells = false;
          names_.edits(
              text, [&](text::TextRange range) { return detail::stands_as_a_name(text, range); },
              [&](std::size_t, text::TextRange, bool replaced) { tells = tells || replaced; },
              {true, true});
          for (const auto& hit : removed.find(text)) {
            tells = tells || detail::stands_as_a_name(text, hit.range);
          }
          if (!tells) return std::nullopt;
          return std::string(neutral_summary);
        });
  }

  Project& project_;
  const WithdrawRequest& request_;
  model::Participant participant_;
  detail::PersonNames person_;
  detail::Pseudonyms names_;
  std::vector<std::string> voices_;   // what the person is called, and nobody else
  std::vector<std::string> removed_;  // names of sources
  std::unordered_map<model::CodingId, store::CodingFlag> flags_;
  WithdrawReport report_;
};

}  // namespace

WithdrawReport withdraw(Project& project, const WithdrawRequest& request) {
  WithdrawReport report;
  const auto work = [&](Project& copy, Edit&) {
    report = Withdrawal(copy, request).run();
    return std::string("a participant withdrew");
  };
  report.backups = detail::rewrite_study(project, "participant withdraw", request.dry_run, work);
  return report;
}

}  // namespace themata::study
