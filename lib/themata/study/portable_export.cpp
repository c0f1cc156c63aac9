#include "themata/study/detail/portable_export.hpp"

#include <algorithm>
#include <utility>

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
#include "themata/store/sources.hpp"
#include "themata/store/statements.hpp"
#include "themata/store/study_info.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/codebook.hpp"

namespace themata::study::detail {

namespace {

using model::MemoTarget;
using model::PortableLabel;

PortableLabel label_of(const model::Code& code) {
  return {code.guid,     code.name,    code.description, {},         code.includes,
          code.excludes, code.example, code.retired,     code.color, {}};
}

PortableLabel label_of(const model::Theme& theme) {
  return {theme.guid,     theme.name,    theme.definition, theme.idea,  theme.includes,
          theme.excludes, theme.example, theme.retired,    theme.color, {}};
}

}  // namespace

PortableExport::PortableExport(Project& project, const std::string& origin) : project_(project) {
  study_.origin = origin;
  study_.info = study_info(project);
  study_.title = study_.info->title;
  for (const model::Source& source : store::sources(project.database())) {
    sources_.emplace(source.id.value, source.guid);
    study_.source_guids.push_back(source.guid);
  }
  add_coders();
  add_memos();
  add_codebook();
  add_people();
  add_records();
  add_families();
  for (store::CodingFlag& flag : store::coding_flags(project.database())) {
    const model::CodingId coding = flag.coding;
    flags_.emplace(coding, std::move(flag));
  }
  study_.kept = store::kept_parts(project.database());
}

void PortableExport::add_coders() {
  for (const model::Coder& coder : store::coders(project_.database())) {
    coders_.emplace(coder.id, study_.coders.size());
    study_.coders.push_back({coder.guid, coder.name});
  }
}

void PortableExport::add_memos() {
  std::size_t order = 0;
  for (const model::Memo& memo : store::memos(project_.database())) {
    memos_[static_cast<std::size_t>(memo.target)][memo.target_id].push_back(
        {memo.guid, coders_.at(memo.author), memo.created, memo.text, ++order, memo.turn});
  }
  study_.memos = memos_on(MemoTarget::study, 0);
}

PortableExport::Memos PortableExport::memos_on(MemoTarget target, std::int64_t id) const {
  const auto& of_target = memos_[static_cast<std::size_t>(target)];
  const auto found = of_target.find(id);
  return found == of_target.end() ? Memos{} : found->second;
}

void PortableExport::add_codebook() {
  const model::Codebook codebook = study::codebook(project_);
  for (const model::Code& code : codebook.codes()) {
    codes_.emplace(code.id, study_.codebook.codes.size());
    PortableLabel label = label_of(code);
    label.memos = memos_on(MemoTarget::code, code.id.value);
    study_.codebook.codes.push_back(std::move(label));
  }
  std::unordered_map<model::ThemeId, std::size_t> places;
  for (const model::Theme& theme : codebook.themes()) {
    places.emplace(theme.id, study_.codebook.themes.size());
    themes_.emplace(theme.id.value, theme.guid);
    model::PortableTheme portable{label_of(theme), std::nullopt, {}};
    portable.label.memos = memos_on(MemoTarget::theme, theme.id.value);
    if (theme.parent) portable.parent = places.at(*theme.parent);
    for (const model::CodeId code : codebook.codes_of(theme.id)) {
      portable.codes.push_back(codes_.at(code));
    }
    study_.codebook.themes.push_back(std::move(portable));
  }
}

void PortableExport::add_people() {
  for (const store::StoredAttribute& attribute : store::attributes(project_.database())) {
    study_.attributes.push_back({attribute.guid, attribute.name});
  }
  for (const model::Participant& participant : store::participants(project_.database())) {
    participants_.emplace(participant.id, study_.participants.size());
    model::PortableParticipant portable{participant.guid, participant.name, {}, {}};
    for (const model::Attribute& attribute : participant.attributes) {
      portable.values.push_back(attribute.value);
    }
    portable.memos = memos_on(MemoTarget::participant, participant.id.value);
    study_.participants.push_back(std::move(portable));
  }
}

void PortableExport::add_records() {
  store::Database& database = project_.database();
  for (const model::JournalEntry& entry : store::journal_entries(database)) {
    study_.journal.push_back(
        {entry.guid, coders_.at(entry.author), entry.created, entry.phase, entry.text});
  }
  for (const model::PhaseMove& move : store::phase_moves(database)) {
    study_.phase_moves.push_back(
        {move.guid, coders_.at(move.coder), move.created, move.phase, move.note});
  }
  for (const model::Reading& reading : store::readings(database)) {
    const auto& of = reading.target == model::ReadingTarget::source ? sources_ : themes_;
    const auto found = of.find(reading.target_id);
    if (found == of.end()) continue;
    study_.readings.push_back(
        {reading.target, found->second, coders_.at(reading.coder), reading.created});
  }
  for (const model::Statement& statement : store::statements(database)) {
    study_.statements.push_back({statement.guid, statement.kind, statement.topic,
                                 coders_.at(statement.coder), statement.created, statement.text});
  }
  study_.bracket_rules = store::bracket_rules(database);
  std::vector<model::CodingId> ids;
  for (const store::Question& one : store::questions(database)) {
    study_.questions.push_back({one.guid, one.text});
  }
  const auto chosen = store::chosen_excerpts(database);
  for (const store::ChosenExcerpt& one : chosen) ids.push_back(one.coding);
  std::unordered_map<model::CodingId, std::string> guids;
  for (const model::Coding& coding : store::codings(database, ids)) {
    guids.emplace(coding.id, coding.guid);
  }
  for (const store::ChosenExcerpt& one : chosen) {
    study_.chosen.push_back({guids.at(one.coding), one.chosen, one.wording});
  }
}

void PortableExport::add_families() {
  for (const model::StoredFamily& family : store::term_families(project_.database())) {
    model::PortableFamily portable{family.guid, family.list, family.name, family.forms, {}};
    for (const model::HitDecision& hit : store::hit_decisions(project_.database(), family.id)) {
      portable.hits.push_back({sources_.at(hit.segment.source.value), hit.segment.range,
                               hit.left_out, hit.reason, coders_.at(hit.coder), hit.decided});
    }
    study_.families.push_back(std::move(portable));
  }
}

model::PortableTurns PortableExport::turns(const model::SourceData& data) const {
  model::PortableTurns turns;
  turns.convention = store::source_file(project_.database(), data.source.id).convention;
  for (const model::Speaker& speaker : data.speakers) {
    turns.speakers.push_back({speaker.label, speaker.role, std::nullopt});
    if (speaker.participant) {
      turns.speakers.back().participant = participants_.at(*speaker.participant);
    }
  }
  turns.turns = data.turns;
  turns.asides = data.asides;
  return turns;
}

std::vector<model::PortableCoding> PortableExport::codings(const model::SourceData& data) {
  const auto origins = store::coding_origins(project_.database(), data.source.id);
  std::vector<model::PortableCoding> result;
  result.reserve(data.codings.size());
  for (const model::Coding& coding : data.codings) {
    model::PortableCoding portable;
    portable.guid = coding.guid;
    portable.range = coding.segment.range;
    portable.code = codes_.at(coding.code);
    portable.coder = coders_.at(coding.coder);
    portable.created = origins.at(coding.id).created;
    portable.memos = memos_on(MemoTarget::coding, coding.id.value);
    portable.rule = coding.rule;
    portable.number = static_cast<std::size_t>(coding.id.value);
    if (const auto flag = flags_.find(coding.id); flag != flags_.end()) {
      portable.flag_reason = flag->second.reason;
      portable.flag_excerpt = flag->second.excerpt;
      portable.flagged = flag->second.flagged;
    }
    result.push_back(std::move(portable));
  }
  return result;
}

model::PortableSource PortableExport::source(const model::SourceData& data) {
  model::PortableSource portable;
  portable.guid = data.source.guid;
  portable.name = data.source.name;
  portable.text = data.text;
  portable.kind = data.source.kind;
  portable.occasion = data.source.occasion;
  if (data.source.language != study_.info->language) portable.language = data.source.language;
  portable.details = data.source.details;
  portable.turns = turns(data);
  for (const model::PortableTurns::Speaker& speaker : portable.turns->speakers) {
    if (!speaker.participant) continue;
    auto& people = portable.participants;
    if (std::find(people.begin(), people.end(), *speaker.participant) == people.end()) {
      people.push_back(*speaker.participant);
    }
  }
  portable.memos = memos_on(MemoTarget::source, data.source.id.value);
  for (model::PortableMemo& memo : memos_on(MemoTarget::turn, data.source.id.value)) {
    portable.memos.push_back(std::move(memo));
  }
  portable.codings = codings(data);
  return portable;
}

}  // namespace themata::study::detail
