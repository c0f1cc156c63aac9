#include "cli/child_process.hpp"

#include <cerrno>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace themata::cli {

InterruptsIgnored::InterruptsIgnored()
    : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}

InterruptsIgnored::~InterruptsIgnored() {
  std::signal(SIGINT, interrupt_);
  std::signal(SIGQUIT, quit_);
}

ChildEnd wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ChildEnd end;
  if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  return end;
}

void become(const std::string& command, const std::string& argument) {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGQUIT, SIG_DFL);
  const std::string line = argument.empty() ? command : command + " \"$1\"";
  ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", argument.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace themata::cli
