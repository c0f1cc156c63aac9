#pragma once

#include <optional>
#include <string>

namespace themata::cli {

/// A terminal's keyboard, read a key at a time without Enter. One at a time may live; afterwards,
/// and if the program is ended by a signal, the terminal is as it was.
class Keyboard {
 public:
  /// Throws `Error` if standard input is no terminal.
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  /// The next key, in lower case; nothing at the end of the input, or for Ctrl-C and Ctrl-D. Keys
  /// that are no ASCII character (arrows, accents) are passed over.
  std::optional<char> key();
  /// A line, typed and edited as the terminal lets one, without line feed.
  std::string line();
};

}  // namespace themata::cli
