#include "cli/keyboard.hpp"

#include <array>
#include <csignal>
#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::cli {

namespace {

constexpr std::array ending_signals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

termios as_it_was;  // for the handler, which can be given nothing

extern "C" void restore_and_end(int signal) {
  ::tcsetattr(STDIN_FILENO, TCSANOW, &as_it_was);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void set_key_by_key(bool on) {
  termios state = as_it_was;
  if (on) {
    state.c_lflag &= static_cast<tcflag_t>(~(ICANON | ECHO | ISIG));
    state.c_cc[VMIN] = 1;
    state.c_cc[VTIME] = 0;
  }
  ::tcsetattr(STDIN_FILENO, TCSANOW, &state);
}

/// What an arrow or another key sends after Escape, which comes at once.
void pass_over_sequence() {
  termios state{};
  ::tcgetattr(STDIN_FILENO, &state);
  termios at_once = state;
  at_once.c_cc[VMIN] = 0;
  ::tcsetattr(STDIN_FILENO, TCSANOW, &at_once);
  std::array<char, 16> rest{};
  while (::read(STDIN_FILENO, rest.data(), rest.size()) == static_cast<ssize_t>(rest.size())) {
  }
  ::tcsetattr(STDIN_FILENO, TCSANOW, &state);
}

}  // namespace

Keyboard::Keyboard() {
  if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &as_it_was) != 0) {
    throw Error("the keys are read from a terminal, and this is none");
  }
  for (const int signal : ending_signals) std::signal(signal, restore_and_end);
  set_key_by_key(true);
}

Keyboard::~Keyboard() {
  set_key_by_key(false);
  for (const int signal : ending_signals) std::signal(signal, SIG_DFL);
}

std::optional<char> Keyboard::key() {
  constexpr char escape = 27;
  constexpr char control_c = 3;
  constexpr char control_d = 4;
  std::cout.flush();
  for (char key = 0; ::read(STDIN_FILENO, &key, 1) == 1;) {
    if (key == control_c || key == control_d) return std::nullopt;
    if (key == escape) {
      pass_over_sequence();
    } else if (key >= 'A' && key <= 'Z') {
      return static_cast<char>(key - 'A' + 'a');
    } else if (key > 0) {
      return key;
    }
  }
  return std::nullopt;
}

std::string Keyboard::line() {
  std::cout.flush();
  set_key_by_key(false);
  std::string line;
  std::getline(std::cin, line);
  std::cin.clear();  // an end of input ends this line only
  set_key_by_key(true);
  return line;
}

}  // namespace themata::cli
