#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace themata::ingest::detail {

/// What a child process may use before it is stopped. It may write no file and leave no core.
struct ChildLimits {
  std::chrono::milliseconds wall_time{60'000};
  std::chrono::seconds cpu_time{60};
  std::size_t memory = std::size_t{1} << 30U;  ///< bytes of address space
  std::size_t output = std::size_t{1} << 28U;  ///< bytes on its standard output
};

/// How a child process ended.
enum class ChildEnd {
  exited,         ///< by itself; see `code`
  crashed,        ///< by a signal; see `code`
  out_of_time,    ///< stopped: `wall_time` or `cpu_time` was over
  out_of_bounds,  ///< stopped: it wrote more than `output`
  untold,         ///< by itself, but the operating system does not tell how, for `SIGCHLD` is
                  ///< ignored: whoever started this process asked for that
};

struct ChildOutcome {
  ChildEnd end = ChildEnd::exited;
  int code = 0;         ///< exit status, or number of the signal; 0 if it is untold
  std::string output;   ///< what it wrote to its standard output
  std::string message;  ///< the first 4 KiB of what it wrote to its standard error
};

/// The executable file `name` (no path) in the first folder of `path` that has it; `path` is as
/// `PATH` is: folders parted by colons. Folders that are not absolute, such as the present one, are
/// left out.
std::optional<std::filesystem::path> find_program(std::string_view name, std::string_view path);

/// Runs a program, without a shell, and waits for its end. It reads `input` from its standard
/// input, which it can seek in and which is on no disk; it inherits nothing else but the present
/// folder: no open files, no environment, no blocked or ignored signals. Processes that it started
/// and left behind in its process group are stopped with it. May be called by several threads at
/// once. Throws `Error` if the operating system does not let it begin.
ChildOutcome run_child(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments, std::string_view input,
                       const ChildLimits& limits = {});

}  // namespace themata::ingest::detail
