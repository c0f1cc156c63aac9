#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "themata/study/project.hpp"

namespace themata::cli {

/// What a command has at hand besides its arguments: the study, and where results and notices go.
class Context {
 public:
  Context(const Arguments& arguments, std::vector<std::string> words);

  /// Prints text that is for a person on standard output, without what a terminal would obey: it
  /// quotes names and transcripts. What programs read goes to an `OutputFile` or `TableOutput`
  /// instead. Failing to write is found out at the end of the program.
  void print(const std::string& text) const;
  /// The same, each line of the text behind `margin` and broken to fit the terminal, if it is one;
  /// what was broken goes on behind `further_margin`.
  void print_behind(const std::string& margin, const std::string& text,
                    const std::string& further_margin) const;
  /// A sentence for the person, on standard error.
  void notice(const std::string& message) const;

  /// Opens the study that the options, the environment or the folder name.
  [[nodiscard]] study::Project open_to_read() const;
  [[nodiscard]] study::Project open_to_write() const;
  [[nodiscard]] study::Environment environment() const;

 private:
  [[nodiscard]] study::Project open(study::Project::Access access) const;

  const Arguments& arguments_;
  std::vector<std::string> words_;  // the whole command line
};

/// Writes a message to standard error, each of its lines behind "themata: ".
void print_message(const std::string& message);

}  // namespace themata::cli
