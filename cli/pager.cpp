#include "cli/pager.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "cli/child_process.hpp"
#include "cli/terminal.hpp"

namespace themata::cli {

namespace {

constexpr int not_found = 127;  // what sh exits with for a command that is none

std::string pager_command() {
  for (const char* name : {"THEMATA_PAGER", "PAGER"}) {
    if (const char* value = std::getenv(name)) return value;
  }
  return "less";
}

/// While it lives, a pager that is left early does not stop this program.
class BrokenPipeIgnored {
 public:
  BrokenPipeIgnored() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~BrokenPipeIgnored() { std::signal(SIGPIPE, before_); }
  BrokenPipeIgnored(const BrokenPipeIgnored&) = delete;
  BrokenPipeIgnored& operator=(const BrokenPipeIgnored&) = delete;

 private:
  void (*before_)(int);
};

void write_all(int file, const std::string& text) {
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t part = ::write(file, text.data() + written, text.size() - written);
    if (part < 0 && errno == EINTR) continue;
    if (part <= 0) return;  // the pager was left
    written += static_cast<std::size_t>(part);
  }
}

/// False if the pager could not be started.
bool page(const std::string& pager, const std::string& text) {
  int ends[2];
  if (::pipe(ends) != 0) return false;
  std::cout.flush();
  const InterruptsIgnored interrupts;
  const BrokenPipeIgnored broken_pipe;
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    ::setenv("LESS", "FRX", 0);  // no pager for one screen, colours, the text stays
    ::setenv("LESSHISTFILE", "-", 1);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    become(pager, "");
  }
  ::close(ends[0]);
  if (child > 0) write_all(ends[1], text);
  ::close(ends[1]);
  return child > 0 && wait_for(child).status != not_found;
}

}  // namespace

void show_in_pager(const std::string& text) {
  const std::string pager = pager_command();
  const bool wanted =
      is_terminal_input() && is_terminal_output() && !pager.empty() && pager != "cat";
  if (!wanted || !page(pager, text)) std::cout << text;
}

}  // namespace themata::cli
