#include "themata/study/detail/portable_import.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "themata/store/brackets.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/kept_parts.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/questions.hpp"
#include "themata/store/readings.hpp"
#include "themata/store/statements.hpp"
#include "themata/store/study_info.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/codebook.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study::detail {

using model::MemoTarget;

PortableImport::PortableImport(Project& project, Edit& edit, model::PortableReader& reader,
                               ProjectImport& report)
    : project_(project), edit_(edit), reader_(reader), study_(reader.study()), report_(report) {
  for (const store::SourceSummary& known : store::source_summaries(project.database())) {
    const KnownSource source{known.source.id, known.source.name};
    sources_by_guid_.emplace(known.source.guid, source);
    sources_by_key_.emplace(text::name_key(known.source.name), source);
    numbers_count_ = numbers_count_ && known.codings == 0;
  }
  was_empty_ = sources_by_guid_.empty();
}

void PortableImport::run(const ExchangeProgress& progress) {
  const std::size_t people_before = store::participants(project_.database()).size();
  report_.origin = study_.origin;
  report_.title = study_.title;
  take_info();
  take_coders();
  take_codebook();
  take_participants();
  directory_ = std::make_unique<SpeakerDirectory>(project_);
  model::PortableSource source;
  for (std::size_t done = 0; reader_.next(source); ++done) {
    take_source(source);
    if (progress) {
      progress(static_cast<double>(done + 1) / static_cast<double>(reader_.source_count()));
    }
  }
  keep_memos(study_.memos, MemoTarget::study, 0);
  take_records();
  take_families();
  store_memos();
  report_.new_participants = store::participants(project_.database()).size() - people_before;
  report_.remarks.insert(report_.remarks.begin(), study_.remarks.begin(), study_.remarks.end());
  report_.losses.insert(report_.losses.begin(), study_.losses.begin(), study_.losses.end());
}

model::CoderId PortableImport::coder(const std::optional<std::size_t>& index) {
  return index ? coders_[*index] : edit_.coder();
}

std::string PortableImport::time(const std::string& created) const {
  return created.empty() ? project_.now() : created;
}

std::string PortableImport::guid(const std::string& in_file) const {
  return in_file.empty() ? project_.new_guid() : in_file;
}

/// What a study of Themata says of itself, if this one has nothing yet.
void PortableImport::take_info() {
  const bool has_codebook =
      !study::codebook(project_).codes().empty() || !study::codebook(project_).themes().empty();
  if (!study_.info || !was_empty_ || has_codebook) return;
  model::StudyInfo info = *study_.info;
  info.guid = study_info(project_).guid;
  store::set_study_info(project_.database(), info);
}

void PortableImport::take_coders() {
  std::unordered_map<std::string, model::CoderId> by_guid;
  std::unordered_map<std::string, model::CoderId> by_name;
  for (const model::Coder& known : store::coders(project_.database())) {
    by_guid.emplace(known.guid, known.id);
    by_name.emplace(known.name, known.id);
  }
  for (const model::PortableCoder& portable : study_.coders) {
    const auto same = by_guid.find(portable.guid);
    const auto named = by_name.find(portable.name);
    if (same != by_guid.end()) {
      coders_.push_back(same->second);
    } else if (named != by_name.end()) {
      coders_.push_back(named->second);
    } else {
      const auto id = store::add_coder(project_.database(), portable.name, guid(portable.guid));
      by_name.emplace(portable.name, id);
      coders_.push_back(id);
      report_.coders.push_back(portable.name);
    }
  }
  edit_.learn_coders();
}

void PortableImport::take_codebook() {
  const CodebookMerge merge(project_, study_.codebook, Prevails::study);
  codes_ = merge.codes();
  themes_ = merge.themes();
  report_.new_codes = merge.new_codes().size();
  report_.new_themes = merge.new_themes().size();
  report_.remarks.insert(report_.remarks.end(), merge.remarks().begin(), merge.remarks().end());
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    keep_memos(study_.codebook.codes[i].memos, MemoTarget::code, codes_[i].value);
  }
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    keep_memos(study_.codebook.themes[i].label.memos, MemoTarget::theme, themes_[i].value);
  }
}

void PortableImport::take_participants() {
  const std::vector<model::Participant> before = store::participants(project_.database());
  std::unordered_map<std::string, model::ParticipantId> by_guid;
  std::unordered_map<std::string, model::ParticipantId> by_key;
  for (const model::Participant& known : before) {
    by_guid.emplace(known.guid, known.id);
    by_key.emplace(text::name_key(known.name), known.id);
  }
  FreshNames names;
  for (const model::PortableParticipant& portable : study_.participants) {
    const std::string name = names.unique(portable.name);
    const auto same = by_guid.find(portable.guid);
    const auto named = by_key.find(text::name_key(name));
    if (same != by_guid.end()) {
      participants_.push_back(same->second);
    } else if (named != by_key.end()) {
      participants_.push_back(named->second);
    } else {
      participants_.push_back(
          store::add_participant(project_.database(), name, guid(portable.guid)));
    }
    keep_memos(portable.memos, MemoTarget::participant, participants_.back().value);
  }
  take_attributes(before);
}

void PortableImport::take_attributes(const std::vector<model::Participant>& before) {
  std::unordered_map<model::ParticipantId, const model::Participant*> known;
  for (const model::Participant& participant : before) known.emplace(participant.id, &participant);
  std::unordered_map<std::string, std::string> names;  // by key
  for (const std::string& name : store::attribute_names(project_.database())) {
    names.emplace(text::name_key(name), name);
  }
  for (std::size_t a = 0; a < study_.attributes.size(); ++a) {
    const model::PortableAttribute& attribute = study_.attributes[a];
    const auto [found, is_new] = names.emplace(text::name_key(attribute.name), attribute.name);
    if (is_new) {
      store::add_attribute(project_.database(), attribute.name, guid(attribute.guid));
    }
    for (std::size_t p = 0; p < participants_.size(); ++p) {
      const std::string& value = study_.participants[p].values[a];
      if (value.empty()) continue;
      const auto old = known.find(participants_[p]);
      const std::string ours =
          old == known.end() ? std::string() : std::string(old->second->attribute(found->second));
      if (ours.empty()) {
        store::set_attribute(project_.database(), participants_[p], found->second, value);
      } else if (ours != value) {
        report_.remarks.push_back(
            fmt::format("{}: {} is \"{}\" in the file; the study's \"{}\" "
                        "was kept",
                        study_.participants[p].name, found->second, value, ours));
      }
    }
  }
}

void PortableImport::keep_memos(const std::vector<model::PortableMemo>& memos, MemoTarget target,
                                std::int64_t target_id) {
  for (const model::PortableMemo& memo : memos) memos_.push_back({memo, target, target_id});
}

/// In the order in which they came about, without those that the study has.
void PortableImport::store_memos() {
  std::unordered_set<std::string> known;
  std::set<std::tuple<model::MemoTarget, std::int64_t, std::string>> said;
  for (const model::Memo& memo : store::memos(project_.database())) {
    known.insert(memo.guid);
    said.emplace(memo.target, memo.target_id, memo.text);
  }
  std::stable_sort(memos_.begin(), memos_.end(), [](const PendingMemo& a, const PendingMemo& b) {
    return a.memo.order < b.memo.order;
  });
  for (const auto& [memo, target, target_id] : memos_) {
    const bool is_known = memo.guid.empty() ? said.contains({target, target_id, memo.text})
                                            : !known.insert(memo.guid).second;
    if (is_known) continue;
    store::add_memo(
        project_.database(),
        {{}, guid(memo.guid), target, target_id, coder(memo.coder), memo.text, {}, memo.turn},
        time(memo.created));
    ++report_.new_memos;
  }
}

/// Keeps those of `things` that the study does not have, by GUID.
template <class Known, class Thing, class Add>
void add_unknown(const std::vector<Known>& known, const std::vector<Thing>& things, Add add) {
  std::unordered_set<std::string> guids;
  for (const Known& one : known) guids.insert(one.guid);
  for (const Thing& thing : things) {
    if (guids.insert(thing.guid).second) add(thing);
  }
}

void PortableImport::take_records() {
  store::Database& database = project_.database();
  add_unknown(store::journal_entries(database), study_.journal, [&](const auto& entry) {
    store::add_journal_entry(
        database,
        {{}, entry.guid, coders_[entry.coder], time(entry.created), entry.phase, entry.text});
  });
  add_unknown(store::phase_moves(database), study_.phase_moves, [&](const auto& move) {
    store::add_phase_move(
        database, {move.guid, move.phase, coders_[move.coder], time(move.created), move.text});
  });
  add_unknown(store::statements(database), study_.statements, [&](const auto& one) {
    store::add_statement(
        database, {one.guid, one.kind, one.topic, coders_[one.coder], time(one.created), one.text});
  });
  const auto known = store::readings(database);
  for (const model::PortableReading& one : study_.readings) {
    model::Reading reading{one.target, 0, coders_[one.coder], time(one.created)};
    if (one.target == model::ReadingTarget::source) {
      const auto found = sources_of_file_.find(one.guid);
      if (found != sources_of_file_.end()) reading.target_id = found->second.value;
    }
    for (std::size_t i = 0; one.target == model::ReadingTarget::theme && i < themes_.size(); ++i) {
      if (study_.codebook.themes[i].label.guid == one.guid) reading.target_id = themes_[i].value;
    }
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const model::Reading& r) {
      return r.target == reading.target && r.target_id == reading.target_id &&
             r.coder == reading.coder && r.created == reading.created;
    });
    if (reading.target_id != 0 && !is_known) store::add_reading(database, reading);
  }
  const auto classed = store::bracket_rules(database);
  for (const auto& [text, kind] : study_.bracket_rules) {
    const bool is_classed =
        std::any_of(classed.begin(), classed.end(),
                    [&](const auto& known_rule) { return known_rule.first == text; });
    if (!is_classed) store::set_bracket(database, text, kind);
  }
  for (const model::PortableQuotation& one : study_.chosen) {
    const auto found = chosen_.find(one.coding);
    if (found == chosen_.end()) continue;
    store::choose_excerpt(database, {found->second, time(one.chosen), one.wording});
  }
  std::vector<store::Question> questions = store::questions(database);
  add_unknown(questions, study_.questions, [&](const auto& one) {
    questions.push_back({one.guid, one.text});
  });
  store::set_questions(database, questions);
  for (const model::KeptPart& part : study_.kept) store::keep_part(database, part);
}

void PortableImport::take_families() {
  store::Database& database = project_.database();
  std::unordered_map<std::string, model::TermFamilyId> known;
  for (const auto& family : store::term_families(database)) known.emplace(family.guid, family.id);
  for (const model::PortableFamily& family : study_.families) {
    const auto found = known.find(family.guid);
    const model::TermFamilyId id =
        found != known.end()
            ? found->second
            : store::add_term_family(database, family.list, family.label, family.guid);
    if (found == known.end()) {
      for (const model::TermForm& form : family.forms) store::set_term_form(database, id, form);
    }
    for (const auto& hit : family.hits) {
      const auto source = sources_of_file_.find(hit.source);
      if (source == sources_of_file_.end()) continue;
      if (hit.range.end.value > store::source_text(database, source->second).size()) continue;
      store::decide_hit(
          database, {id, {source->second, hit.range}, hit.left_out, hit.reason, coders_[hit.coder]},
          time(hit.decided));
    }
  }
}

}  // namespace themata::study::detail
