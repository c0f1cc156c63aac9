#include "themata/study/withdraw.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/free_text.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/study/detail/cut_speech.hpp"
#include "themata/study/detail/leftover_names.hpp"
#include "themata/study/detail/name_rewriting.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

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
        names_({participant_.name}) {
    check_replacement();
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
    list_originals(originals);
    return std::move(report_);
  }

 private:
  void check_replacement() {
    if (!request_.replace_name) return;
    model::checked_name("replacement", *request_.replace_name);
    if (text::NameFinder(names_).find(*request_.replace_name).empty()) return;
    throw InputError(fmt::format("\"{}\" holds the name that it is to replace; choose another text",
                                 *request_.replace_name));
  }

  void take_out_speech() {
    for (const model::Source& source : store::sources(project_.database())) {
      const model::SourceData data = store::load_source(project_.database(), source.id);
      const std::vector<std::string> labels = detail::labels_of(data, participant_.id);
      if (labels.empty()) continue;
      for (const std::string& label : labels) know(label);
      if (detail::speaks_alone(data, participant_.id)) {
        remove(source);
      } else {
        cut(source, data);
      }
    }
  }

  /// Labels that name the person; "P" or "Participant 2" names whoever has it in a file.
  void know(const std::string& label) {
    if (ingest::is_generic_label(label)) return;
    const bool known = std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return text::name_key(name) == text::name_key(label);
    });
    if (!known) names_.push_back(label);
  }

  void remove(const model::Source& source) {
    report_.removed_sources.push_back(source.name);
    removed_.push_back(text::name_key(source.name));
    store::remove_source(project_.database(), source.id);
  }

  void cut(const model::Source& source, const model::SourceData& data) {
    forget_flagged_words(data);
    const detail::SourceRewriting rewriting =
        detail::cut_speech(data, store::stored_reading(project_.database(), source.id),
                           participant_.id, participant_.name);
    const store::RewrittenCodings codings = detail::rewrite(project_, rewriting);
    report_.cut_sources.emplace_back(source.name, rewriting.cut_turns.size());
    report_.trimmed += codings.touched.size();
  }

  /// The words that flagged codings were on may have been theirs.
  void forget_flagged_words(const model::SourceData& data) {
    for (store::CodingFlag flag : store::coding_flags(project_.database())) {
      const bool here =
          std::any_of(data.codings.begin(), data.codings.end(),
                      [&](const model::Coding& coding) { return coding.id == flag.coding; });
      if (!here) continue;
      flag.excerpt.clear();
      store::flag_coding(project_.database(), flag);
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

  void deal_with_mentions() {
    detail::Pseudonyms names(names_, request_.replace_name.value_or(""));
    neutralise_history(names);
    for (const model::Source& source : store::sources(project_.database())) {
      list_mentions(names, source);
      if (request_.replace_name) {
        detail::replace_names(project_, source, names, [](std::size_t, bool) {});
      }
    }
    const auto note = [&](std::string_view place, std::size_t, bool) {
      const auto found = std::find_if(report_.elsewhere.begin(), report_.elsewhere.end(),
                                      [&](const auto& count) { return count.first == place; });
      if (found != report_.elsewhere.end()) {
        ++found->second;
      } else {
        report_.elsewhere.emplace_back(place, 1);
      }
    };
    if (request_.replace_name) {
      detail::replace_names_elsewhere(project_, std::nullopt, names, note);
    } else {
      count_elsewhere(names, note);
    }
  }

  void list_mentions(detail::Pseudonyms& names, const model::Source& source) {
    const std::string text = store::source_text(project_.database(), source.id);
    names.edits(
        text, [](text::TextRange) { return true; },
        [&](std::size_t, text::TextRange range, bool) {
          report_.mentions.push_back({source.name, detail::line_around(text, range)});
        });
  }

  template <class Note>
  void count_elsewhere(detail::Pseudonyms& names, const Note& note) {
    store::rewrite_free_text(
        project_.database(), std::nullopt,
        [&](std::string_view place, const std::string& text) -> std::optional<std::string> {
          names.edits(
              text, [](text::TextRange) { return true; },
              [&](std::size_t name, text::TextRange, bool) { note(place, name, false); });
          return std::nullopt;
        });
  }

  /// What the log says of the person, or of sources that are gone, it says no more.
  void neutralise_history(detail::Pseudonyms& names) {
    store::rewrite_free_text(
        project_.database(), std::nullopt,
        [&](std::string_view place, const std::string& text) -> std::optional<std::string> {
          if (place != store::history_place) return std::nullopt;
          bool tells = false;
          names.edits(
              text, [](text::TextRange) { return true; },
              [&](std::size_t, text::TextRange, bool) { tells = true; });
          const std::string key = text::name_key(text);
          tells = tells || std::any_of(removed_.begin(), removed_.end(), [&](const auto& source) {
                    return key.find(source) != std::string::npos;
                  });
          if (!tells) return std::nullopt;
          return std::string(neutral_summary);
        });
  }

  Project& project_;
  const WithdrawRequest& request_;
  model::Participant participant_;
  std::vector<std::string> names_;    // what the person is called
  std::vector<std::string> removed_;  // keys of sources
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
