#pragma once

#include <string>
#include <vector>

namespace themata::cli {

class Arguments;
class Context;

/// An option as it is declared: for parsing, help, man page and completion alike.
struct Option {
  std::string name;   ///< without the dashes
  std::string value;  ///< what stands for its value in the help: "FILE"; empty: a switch
  std::string help;
  char letter = 0;  ///< its short form, if it has one
  bool repeats = false;
  std::vector<std::string> choices = {};  ///< the only values it takes; empty: any
  bool is_path = false;                   ///< names a file, in any bytes; other values are UTF-8
};

/// A positional argument.
struct Argument {
  enum class Count { one, optional, some, any };  ///< 1, 0-1, 1 or more, 0 or more
  std::string name;                               ///< "SOURCE"
  std::string help;
  Count count = Count::one;
  bool is_path = false;  ///< as of an option
};

struct Example {
  std::string command;  ///< with the program's name
  std::string effect;
};

/// A command: what it is called and takes, and what it does. One list of these drives parsing,
/// help, man pages, completion and the tests.
struct Command {
  std::string name;     ///< "source rename"
  std::string summary;  ///< a line, without a final full stop
  std::string details;  ///< paragraphs for its help and man page
  std::vector<Argument> arguments;
  std::vector<Option> options;  ///< besides those that every command has
  std::vector<Example> examples;
  void (*run)(Context& context, const Arguments& arguments);
};

/// The options that every command has (`--project`, `--coder`, `--new-coder`, `--help`); one that a
/// command declares itself goes before.
const std::vector<Option>& common_options();
/// The options of a command with the common ones after them.
std::vector<Option> all_options(const Command& command);

/// Declares `--format`, `--output`, `--title` and `--note` for a command that prints a table.
std::vector<Option> with_table_options(std::vector<Option> options);

/// Declares `--why` for a command that restructures the study: the reason stands in the log.
std::vector<Option> with_why(std::vector<Option> options);

}  // namespace themata::cli
