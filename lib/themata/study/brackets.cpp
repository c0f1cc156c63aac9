#include "themata/study/brackets.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

std::string inner_key(const std::string& bracket) {
  const bool bracketed = bracket.size() > 2 && (bracket.front() == '(' || bracket.front() == '[');
  return text::name_key(bracketed ? bracket.substr(1, bracket.size() - 2) : bracket);
}

std::vector<BracketSummary> brackets_meant(const std::vector<BracketSummary>& all,
                                           const std::string& wanted) {
  std::vector<BracketSummary> exact;
  std::vector<BracketSummary> same_key;
  std::vector<BracketSummary> same_inside;
  for (const BracketSummary& bracket : all) {
    if (bracket.text == wanted) exact.push_back(bracket);
    if (text::name_key(bracket.text) == text::name_key(wanted)) same_key.push_back(bracket);
    if (inner_key(bracket.text) == text::name_key(wanted)) same_inside.push_back(bracket);
  }
  if (!exact.empty()) return exact;
  return same_key.empty() ? same_inside : same_key;
}

}  // namespace

std::vector<BracketSummary> list_brackets(Project& project) {
  return store::bracket_summaries(project.database());
}

std::vector<BracketSummary> set_bracket(Project& project, const std::string& text,
                                        model::AsideKind kind) {
  Edit edit(project, "bracket set");
  const std::vector<BracketSummary> all = list_brackets(project);
  const std::vector<BracketSummary> meant = brackets_meant(all, text);
  if (meant.empty()) {
    std::vector<std::string> texts;
    for (const BracketSummary& bracket : all) texts.push_back(bracket.text);
    const std::vector<std::string> nearest = text::nearest_names(text, texts);
    throw NotFound(fmt::format("no bracket {} in this study{}", text,
                               nearest.empty() ? "; see \"themata bracket list\""
                                               : "; did you mean " + nearest.front() + "?"),
                   nearest);
  }
  for (const BracketSummary& bracket : meant) {
    store::set_bracket(project.database(), bracket.text, kind);
  }
  edit.commit(fmt::format("{}: {}", meant.front().text, model::to_string(kind)));
  return meant;
}

}  // namespace themata::study
