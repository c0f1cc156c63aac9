#include "cli/program.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/help_text.hpp"
#include "cli/registry.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

/// `themata -p FILE source list` means `themata source list -p FILE`: common options that stand
/// before the command are put behind it.
void move_leading_options(std::vector<std::string>& words) {
  std::size_t leading = 0;
  while (leading < words.size() && words[leading].starts_with("-")) {
    const std::string& word = words[leading];
    const bool takes_value = word == "-p" || word == "--project" || word == "--coder";
    leading += takes_value ? 2 : 1;
  }
  if (leading >= words.size()) return;
  std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading), words.end());
}

void run_command(const std::vector<std::string>& line) {
  const FoundCommand found = find_command(line);
  const std::vector<std::string> rest(line.begin() + static_cast<std::ptrdiff_t>(found.words),
                                      line.end());
  const Arguments arguments(found.command, rest);
  if (arguments.has("help")) {
    write_command_help(found.command, std::cout);
    return;
  }
  Context context(arguments, line);
  found.command.run(context, arguments);
}

void run(std::vector<std::string> words) {
  move_leading_options(words);
  if (words.empty()) throw UsageError("no command given; see \"themata help\"");
  if (words.front() == "--version") {
    std::cout << "themata " THEMATA_VERSION "\n";
  } else if (words.front() == "--help" || words.front() == "-h") {
    write_overview(std::cout);
  } else {
    run_command(words);
  }
  errno = 0;
  if (!std::cout.flush()) {
    // A stream that failed while it was written to has lost the system's reason.
    throw Error(std::string("standard output cannot be written: ") +
                (errno != 0 ? std::strerror(errno) : "perhaps the disk is full"));
  }
}

}  // namespace

int run_program(std::vector<std::string> words) {
  std::ios::sync_with_stdio(false);
  try {
    run(std::move(words));
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
