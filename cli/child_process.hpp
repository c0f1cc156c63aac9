#pragma once

#include <string>

#include <sys/types.h>

namespace themata::cli {

/// While it lives, what is typed to stop a child process does not stop this program.
class InterruptsIgnored {
 public:
  InterruptsIgnored();
  ~InterruptsIgnored();
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

/// How a child process ended.
struct ChildEnd {
  int status = 0;  ///< of its exit
  int signal = 0;  ///< that stopped it, if not 0
};

/// Waits for a child process to end.
ChildEnd wait_for(pid_t child);

/// In a child process: becomes what a person's command means, which may hold options; `argument`
/// follows if it is not empty.
[[noreturn]] void become(const std::string& command, const std::string& argument);

}  // namespace themata::cli
