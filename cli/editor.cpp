#include "cli/editor.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sstream>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/environment.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

bool is_on_path(const std::string& program) {
  std::istringstream folders(environment_variable("PATH").value_or(""));
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// While it lives, what is typed to stop the editor does not stop this program.
class InterruptsIgnored {
 public:
  InterruptsIgnored()
      : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  ~InterruptsIgnored() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

[[noreturn]] void become(const std::string& editor, const std::filesystem::path& file) {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGQUIT, SIG_DFL);
  // by the shell, since $EDITOR may hold options
  const std::string command = editor + " \"$1\"";
  ::execl("/bin/sh", "sh", "-c", command.c_str(), "sh", file.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const auto editor = environment_variable(name)) return *editor;
  }
  for (const char* program : {"sensible-editor", "editor", "nano", "vi"}) {
    if (is_on_path(program)) return program;
  }
  throw Error("there is no editor; set $EDITOR, or use --export and --import");
}

void edit_file(const std::string& editor, const std::filesystem::path& file) {
  const InterruptsIgnored guard;
  const pid_t child = ::fork();
  if (child < 0) throw Error(std::string("the editor was not started: ") + std::strerror(errno));
  if (child == 0) become(editor, file);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  if (WIFSIGNALED(status)) {
    throw Error(
        fmt::format("the editor \"{}\" was stopped by signal {}", editor, WTERMSIG(status)));
  }
  throw Error(fmt::format("the editor \"{}\" ended with status {}", editor, WEXITSTATUS(status)));
}

}  // namespace themata::cli
