#pragma once

#include <cstddef>
#include <string>

namespace themata::cli {

bool is_terminal_input();
bool is_terminal_output();
bool is_terminal_error();
/// The terminal's columns (`$COLUMNS` or the device's), 80 if it does not say.
std::size_t terminal_width();

/// A progress bar on standard error, drawn only on a terminal and only once half a second has
/// passed, at most ten times a second; erased by the destructor.
class ProgressBar {
 public:
  explicit ProgressBar(std::string what);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void show(std::size_t done, std::size_t total);

 private:
  std::string what_;
  bool terminal_;
  bool drawn_ = false;
  double next_draw_;  // seconds of the steady clock
};

}  // namespace themata::cli
