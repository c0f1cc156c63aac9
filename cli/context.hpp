#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "themata/study/project.hpp"

namespace themata::cli {

/// What a command has at hand besides its arguments: the study, and where results and notices go.
class Context {
 public:
  Context(const Arguments& arguments, std::vector<std::string> words);

  /// Results go here. Failing to write is found out at the end of the program.
  [[nodiscard]] std::ostream& out() const;
  /// A sentence for the person, on standard error.
  void notice(const std::string& message) const;

  /// Opens the study that the options, the environment or the folder name.
  [[nodiscard]] study::Project open_to_read() const;
  [[nodiscard]] study::Project open_to_write() const;
  [[nodiscard]] study::Environment environment() const;

  [[nodiscard]] const Arguments& arguments() const { return arguments_; }

 private:
  [[nodiscard]] study::Project open(study::Project::Access access) const;

  const Arguments& arguments_;
  std::vector<std::string> words_;  // the whole command line
};

/// Writes a message to standard error, each of its lines behind "themata: ".
void print_message(const std::string& message);

}  // namespace themata::cli
