#include "themata/study/statements.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/analysis/method_words.hpp"
#include "themata/error.hpp"
#include "themata/model/checklist.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/statements.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/characters.hpp"

namespace themata::study {

namespace {

bool is_point(const std::string& topic) {
  const auto points = model::checklist_points();
  return std::any_of(points.begin(), points.end(), [&](const model::ChecklistPoint& point) {
    return std::to_string(point.number) == topic;
  });
}

/// "bias", or at one place: "bias:memo-4".
bool is_remark(const std::string& topic) {
  const auto words = analysis::method_words();
  const std::string word = topic.substr(0, topic.find(':'));
  return std::any_of(words.begin(), words.end(),
                     [&](const analysis::MethodWord& known) { return known.name == word; });
}

void require_topic(const std::string& topic) {
  if (topic == information_power || is_point(topic) || is_remark(topic)) return;
  throw InputError(fmt::format(
      "\"{}\" is no item of the checklist: say 1 to 15, {}, or a remark as the checklist names it "
      "(emerge, saturation, bias, inter-rater, or memo by memo: bias:memo-4)",
      topic, information_power));
}

void add(Project& project, const std::string& command, model::StatementKind kind,
         const std::string& topic, const std::string& text) {
  Edit edit(project, command);
  require_topic(topic);
  const std::string words(text::trim(text));
  if (words.empty() && kind == model::StatementKind::stated) {
    throw InputError("a statement needs words");
  }
  if (words.empty() && kind == model::StatementKind::dismissed) {
    throw InputError("say why, with --because: the reason is what an examiner reads");
  }
  if (kind == model::StatementKind::withdrawn && !standing_statements(project).contains(topic)) {
    throw Conflict(fmt::format("nothing is stated on {}", topic));
  }
  store::add_statement(project.database(),
                       {project.new_guid(), kind, topic, edit.coder(), project.now(), words});
  edit.commit(words.empty() ? topic : fmt::format("{}: {}", topic, words));
}

}  // namespace

std::map<std::string, StandingStatement> standing_statements(Project& project) {
  std::map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  std::map<std::string, StandingStatement> standing;
  for (const model::Statement& said : store::statements(project.database())) {
    if (said.kind == model::StatementKind::withdrawn) {
      standing.erase(said.topic);
    } else {
      standing[said.topic] = {said.kind, coders.at(said.coder), said.created, said.text};
    }
  }
  return standing;
}

void state(Project& project, const std::string& topic, const std::string& text) {
  add(project, "checklist state", model::StatementKind::stated, topic, text);
}

void dismiss(Project& project, const std::string& topic, const std::string& because) {
  add(project, "checklist dismiss", model::StatementKind::dismissed, topic, because);
}

void withdraw_statement(Project& project, const std::string& topic) {
  add(project, "checklist withdraw", model::StatementKind::withdrawn, topic, "");
}

}  // namespace themata::study
