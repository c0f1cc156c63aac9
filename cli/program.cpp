#include "cli/program.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/help_text.hpp"
#include "cli/registry.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

/// The command line: common options, then the command's words and what follows them.
struct Line {
  std::vector<std::string> leading;
  std::vector<std::string> words;
};

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

bool is_help(const std::string& word) { return word == "--help" || word == "-h"; }
bool is_version(const std::string& word) { return word == "--version"; }

/// The common option that `word` is, with or without its value: `-p`, `-pFILE`, `--project=FILE`.
const Option* common_option(const std::string& word) {
  const bool by_name = word.starts_with("--");
  const std::string name = by_name ? word.substr(2, word.find('=') - 2) : word.substr(1, 1);
  for (const Option& option : common_options()) {
    if (name == (by_name ? option.name : std::string(1, option.letter))) return &option;
  }
  return nullptr;
}

/// True if the option's value is the next word.
bool value_follows(const Option& option, const std::string& word) {
  const bool alone =
      word.starts_with("--") ? word.find('=') == std::string::npos : word.size() == 2;
  return !option.value.empty() && alone;
}

Line divided(const std::vector<std::string>& words) {
  auto next = words.begin();
  while (next != words.end() && is_option(*next)) {
    const std::string& word = *next++;
    if (is_version(word)) continue;
    const Option* option = common_option(word);
    if (option == nullptr) {
      throw UsageError(fmt::format(
          "{} does not stand before the command; \"themata help\" lists the commands", word));
    }
    if (!value_follows(*option, word)) continue;
    if (next == words.end()) {
      throw UsageError(fmt::format("{} is without its {}", word, option->value));
    }
    ++next;
  }
  return {{words.begin(), next}, {next, words.end()}};
}

void run_command(const Line& line, const std::vector<std::string>& all_words) {
  const FoundCommand found = find_command(line.words);
  std::vector<std::string> rest = line.leading;
  rest.insert(rest.end(), line.words.begin() + static_cast<std::ptrdiff_t>(found.words),
              line.words.end());
  const Arguments arguments(found.command, rest);
  if (arguments.has("help")) {
    write_command_help(found.command, std::cout);
    return;
  }
  Context context(arguments, all_words);
  found.command.run(context, arguments);
}

/// True if it is all commands of a group that help is asked for: `source --help`.
bool asks_for_group(const Line& line) {
  if (!is_group(line.words.front())) return false;
  if (line.words.size() > 1) return is_help(line.words[1]);
  return std::any_of(line.leading.begin(), line.leading.end(), is_help);
}

void run(const std::vector<std::string>& words) {
  const Line line = divided(words);
  if (std::any_of(line.leading.begin(), line.leading.end(), is_version)) {
    std::cout << "themata " THEMATA_VERSION "\n";
  } else if (!line.words.empty() && asks_for_group(line)) {
    write_group_help(line.words.front(), std::cout);
  } else if (!line.words.empty()) {
    run_command(line, words);
  } else if (std::any_of(line.leading.begin(), line.leading.end(), is_help)) {
    write_overview(std::cout);
  } else {
    throw UsageError("no command given; see \"themata help\"");
  }
  errno = 0;
  if (!std::cout.flush()) {
    // A stream that failed while it was written to has lost the system's reason.
    throw Error(std::string("standard output cannot be written: ") +
                (errno != 0 ? std::strerror(errno) : "perhaps the disk is full"));
  }
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
  std::ios::sync_with_stdio(false);
  try {
    run(words);
    return 0;
  } catch (const UsageError& error) {
    print_message(error.what());
    return 2;
  } catch (const std::bad_alloc&) {
    print_message("there is not enough memory for this");
  } catch (const std::exception& error) {
    print_message(error.what());
  }
  return 1;
}

}  // namespace themata::cli
