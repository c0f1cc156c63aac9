// A study of one transcript, made and counted with nothing but the installed library: prints the
// most frequent words. The folder to work in is the program's only argument.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "themata/error.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/import.hpp"
#include "themata/study/project.hpp"

namespace {

using themata::study::Project;

themata::study::Environment environment() {
  themata::study::Environment environment;
  environment.now = [] { return "2026-01-01T00:00:00Z"; };
  environment.new_guid = [next = 0]() mutable {
    const std::string digits = std::to_string(++next);
    return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
  };
  environment.coder = "Ana";
  return environment;
}

std::string write_transcript(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "joanne.txt";
  std::ofstream(path) << "I: Was it safe?\n\nP: Safe, yes. (laughs) Safe enough.\n";
  return path.string();
}

void count_words(const std::filesystem::path& folder) {
  themata::model::StudyInfo info;
  info.title = "One interview";
  Project project = Project::create(folder / "one.themata", info, environment());
  themata::study::ImportRequest request;
  request.paths = {write_transcript(folder)};
  themata::study::import_sources(project, request);
  themata::analysis::WordTableOptions options;
  options.top = 2;
  for (const auto& row : themata::study::word_table(project, {}, options)) {
    std::cout << row.term << ' ' << row.participants << ' ' << row.frequency << '\n';
  }
}

}  // namespace

int main(int count, char** words) try {
  if (count != 2) return 2;
  count_words(words[1]);
} catch (const themata::Error& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
