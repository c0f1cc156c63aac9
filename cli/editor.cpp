#include "cli/editor.hpp"

#include <cerrno>
#include <cstring>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/child_process.hpp"
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
  if (child == 0) become(editor, file.string());
  const ChildEnd end = wait_for(child);
  if (end.signal != 0) {
    throw Error(fmt::format("the editor \"{}\" was stopped by signal {}", editor, end.signal));
  }
  if (end.status != 0) {
    throw Error(fmt::format("the editor \"{}\" ended with status {}", editor, end.status));
  }
}

}  // namespace themata::cli
