#include "themata/study/questions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/questions.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

constexpr std::string_view blank = " \t\r";

/// A line without the number or the dash before it, and without white space around it.
std::string_view question_in(std::string_view line) {
  const auto skip = [&](std::string_view characters) {
    line.remove_prefix(std::min(line.find_first_not_of(characters), line.size()));
  };
  skip(blank);
  if (line.starts_with('#')) return {};
  const std::size_t digits = line.find_first_not_of("0123456789");
  if (digits != std::string_view::npos && digits > 0 &&
      (line[digits] == '.' || line[digits] == ')')) {
    line.remove_prefix(digits + 1);
  } else if (line.starts_with("- ") || line.starts_with("* ")) {
    line.remove_prefix(2);
  }
  skip(blank);
  const std::size_t last = line.find_last_not_of(blank);
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

/// Those of a survey: what its sources are answers to, each once.
std::vector<std::string> questions_of_sources(Project& project) {
  std::vector<std::string> found;
  for (const model::Source& source : store::sources(project.database())) {
    for (const model::SourceDetail& detail : source.details) {
      if (detail.key != "question") continue;
      if (std::find(found.begin(), found.end(), detail.value) == found.end()) {
        found.push_back(detail.value);
      }
    }
  }
  return found;
}

}  // namespace

std::vector<std::string> questions(Project& project) {
  std::vector<std::string> texts;
  for (const store::Question& one : store::questions(project.database())) texts.push_back(one.text);
  return texts.empty() ? questions_of_sources(project) : texts;
}

std::size_t import_questions(Project& project, const std::string& path) {
  const std::string file = text::decode(read_file(path)).text;
  std::vector<store::Question> found;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string_view question = question_in(std::string_view(file).substr(at, end - at));
    if (!question.empty()) found.push_back({project.new_guid(), std::string(question)});
    at = end + 1;
  }
  if (found.empty()) throw InputError(path, "has no question; write one a line");
  Edit edit(project, "questions import");
  store::set_questions(project.database(), found);
  edit.commit(text::plural(found.size(), "question"));
  return found.size();
}

std::vector<Answer> answers(Project& project, const Filter& filter) {
  const std::vector<std::string> schedule = questions(project);
  const bool narrowed_by_codings = !filter.codes.empty() || !filter.themes.empty();
  const auto corpus = store::open_corpus(project.database(), select(project, filter),
                                         {.texts = true, .codings = narrowed_by_codings});
  std::vector<Answer> found;
  analysis::list_answers(*corpus, schedule, [&](const Answer& one) { found.push_back(one); });
  std::stable_sort(found.begin(), found.end(), [&](const Answer& a, const Answer& b) {
    return a.question.value_or(schedule.size()) < b.question.value_or(schedule.size());
  });
  return found;
}

}  // namespace themata::study
