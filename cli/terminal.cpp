#include "cli/terminal.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace themata::cli {

namespace {

constexpr std::size_t default_width = 80;
constexpr std::size_t bar_width = 30;

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

bool is_terminal_input() { return ::isatty(STDIN_FILENO) == 1; }
bool is_terminal_output() { return ::isatty(STDOUT_FILENO) == 1; }
bool is_terminal_error() { return ::isatty(STDERR_FILENO) == 1; }

std::size_t terminal_width() {
  if (const char* columns = std::getenv("COLUMNS")) {
    const int width = std::atoi(columns);
    if (width > 0) return static_cast<std::size_t>(width);
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return default_width;
}

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), terminal_(is_terminal_error()), next_draw_(seconds_now() + 0.5) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t total) {
  if (!terminal_ || total == 0) return;
  const double now = seconds_now();
  if (now < next_draw_) return;
  next_draw_ = now + 0.1;
  drawn_ = true;
  const std::size_t filled = bar_width * done / total;
  std::cerr << fmt::format("\r\033[K{} [{}{}] {} of {}", what_, std::string(filled, '#'),
                           std::string(bar_width - filled, '.'), done, total)
            << std::flush;
}

}  // namespace themata::cli
