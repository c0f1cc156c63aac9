#include "themata/study/survey.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/people.hpp"
#include "themata/study/detail/survey_answers.hpp"
#include "themata/study/detail/survey_plan.hpp"
#include "themata/study/detail/survey_table.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using detail::SurveyAnswer;
using detail::SurveyAnswers;
using detail::SurveyAttribute;
using detail::SurveyPlan;
using detail::SurveyTable;

/// An import of answers on its way, inside a change.
class SurveyImport {
 public:
  SurveyImport(Project& project, const SurveyRequest& request, const SurveyTable& table,
               const SurveyPlan& plan, SurveyReport& report)
      : project_(project), table_(table), report_(report), people_(project) {
    kind_ = request.kind.value_or(plan.occasion ? model::SourceKind::diary
                                                : model::SourceKind::written);
    file_name_ = std::filesystem::path(request.path).filename().string();
    imported_ = project.now();
    for (const model::Source& source : store::sources(project.database())) {
      known_.emplace(text::name_key(source.name), source.id);
    }
  }

  void store(const SurveyAnswers& found, const ImportProgress& progress) {
    for (const std::string& name : found.participants) ids_.push_back(people_.find_or_add(name));
    report_.questions = found.questions;
    std::vector<bool> speaks(ids_.size());
    for (std::size_t i = 0; i < found.answers.size(); ++i) {
      const SurveyAnswer& answer = found.answers[i];
      speaks[answer.participant] = true;
      store_answer(found, answer);
      if (progress) progress(i + 1, found.answers.size());
    }
    store_attributes(found);
    report_.participants = ids_.size();
    report_.new_participants = people_.added();
    report_.silent_participants =
        static_cast<std::size_t>(std::count(speaks.begin(), speaks.end(), false));
  }

 private:
  void store_answer(const SurveyAnswers& found, const SurveyAnswer& answer) {
    SurveyQuestion& question = report_.questions[answer.question];
    const store::Sha256 hash = store::sha256(answer.text);
    const auto known = known_.find(text::name_key(answer.source));
    if (known == known_.end()) {
      add(found, answer, hash);
      ++question.imported;
      return;
    }
    if (store::original_hash(project_.database(), known->second) != hash) {
      throw Conflict(fmt::format(
          "{}: {}: the study has another text as \"{}\"; \"themata source export\" shows it; "
          "remove or rename that source if this answer is to take its place",
          table_.path(), table_.place(answer.row), answer.source));
    }
    ++question.unchanged;
  }

  void add(const SurveyAnswers& found, const SurveyAnswer& answer, const store::Sha256& hash) {
    detail::PreparedFile prepared;
    prepared.transcript = ingest::read_answer(answer.text);
    detail::count_words(prepared);
    for (model::Turn& turn : prepared.transcript.turns) turn.speaker = 0;
    store::NewSource source;
    source.guid = project_.new_guid();
    source.name = answer.source;
    source.kind = kind_;
    source.occasion = answer.occasion;
    source.details = {{"question", found.questions[answer.question].text}};
    source.text = answer.text;
    source.text_hash = hash;
    source.original = answer.text;  // the table itself is not kept: it is everybody's
    source.original_hash = hash;
    source.file_name = file_name_;
    source.encoding = prepared.transcript.encoding;
    source.convention = "none";
    source.imported = imported_;
    source.speakers = {{found.participants[answer.participant], model::SpeakerRole::participant,
                        ids_[answer.participant]}};
    source.turns = std::move(prepared.transcript.turns);
    source.turn_words = std::move(prepared.turn_words);
    source.asides = std::move(prepared.transcript.asides);
    source.aside_words = std::move(prepared.aside_words);
    store::add_source(project_.database(), source);
    for (const std::size_t words : source.turn_words) report_.words += words;
    for (const Diagnostic& diagnostic : prepared.transcript.diagnostics) {
      report_.to_check.push_back(
          fmt::format("{} ({}): {}", answer.source, table_.place(answer.row), diagnostic.message));
    }
  }

  void store_attributes(const SurveyAnswers& found) {
    if (found.attributes.empty()) return;
    std::unordered_map<model::ParticipantId, model::Participant> before;
    for (model::Participant& participant : store::participants(project_.database())) {
      const model::ParticipantId id = participant.id;
      before.emplace(id, std::move(participant));
    }
    for (const SurveyAttribute& attribute : found.attributes) {
      const std::string name = detail::attribute_in_study(project_, attribute.name);
      report_.attributes.push_back(name);
      for (const auto& [participant, value] : attribute.values) {
        const model::Participant& who = before.at(ids_[participant]);
        const std::string_view old = who.attribute(name);
        if (old == value) continue;
        if (!old.empty()) {
          report_.to_check.push_back(
              fmt::format("\"{}\" of {} was \"{}\" and is \"{}\" now", name, who.name, old, value));
        }
        store::set_attribute(project_.database(), who.id, name, value);
      }
    }
  }

  Project& project_;
  const SurveyTable& table_;
  SurveyReport& report_;
  detail::People people_;
  model::SourceKind kind_ = model::SourceKind::written;
  std::string file_name_;
  std::string imported_;
  std::unordered_map<std::string, model::SourceId> known_;  // by the key of their names
  std::vector<model::ParticipantId> ids_;                   // of the table's participants
};

void tell_of_table(const SurveyTable& table, const SurveyPlan& plan, const SurveyAnswers& found,
                   SurveyReport& report) {
  for (const Diagnostic& notice : table.notices()) report.to_check.push_back(notice.message);
  report.by_content = plan.texts_by_content;
  report.left_out = plan.left_out;
  report.left_out.insert(report.left_out.end(), found.left_out.begin(), found.left_out.end());
  report.no_answers.assign(found.no_answers.begin(), found.no_answers.end());
}

}  // namespace

std::size_t SurveyReport::imported() const {
  std::size_t sum = 0;
  for (const SurveyQuestion& question : questions) sum += question.imported;
  return sum;
}

std::size_t SurveyReport::unchanged() const {
  std::size_t sum = 0;
  for (const SurveyQuestion& question : questions) sum += question.unchanged;
  return sum;
}

SurveyReport import_survey(Project& project, const SurveyRequest& request,
                           const ImportProgress& progress) {
  const SurveyTable table(request.path, request.sheet);
  const SurveyPlan plan = detail::plan_survey(table, request);
  const SurveyAnswers found = detail::read_answers(table, plan);
  SurveyReport report;
  report.dry_run = request.dry_run;
  tell_of_table(table, plan, found, report);
  Edit edit(project, "import");
  SurveyImport(project, request, table, plan, report).store(found, progress);
  if (request.dry_run) return report;
  if (edit.commit(fmt::format("{} of {}", text::plural(report.imported(), "answer"),
                              text::plural(report.participants, "participant")))) {
    report.brackets = store::bracket_summaries(project.database());
  }
  return report;
}

}  // namespace themata::study
