#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace themata {

/// The root of everything the library throws. `what()` is one sentence for a person: what was
/// wrong and what to do, without a final full stop and without the program's name.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Something a person or a file gave us is wrong. `file` and `line` (from 1) say where, if known;
/// `what()` already contains them, as `FILE:LINE: message`.
class InputError : public Error {
 public:
  explicit InputError(const std::string& message) : Error(message) {}
  InputError(std::string file, const std::string& message)
      : Error(file + ": " + message), file_(std::move(file)) {}
  InputError(std::string file, std::size_t line, const std::string& message)
      : Error(file + ":" + std::to_string(line) + ": " + message),
        file_(std::move(file)),
        line_(line) {}

  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] std::optional<std::size_t> line() const noexcept { return line_; }

 private:
  std::string file_;
  std::optional<std::size_t> line_;
};

/// A name that stands for nothing. `nearest` lists the names that resemble it, best first;
/// `what()` already offers them.
class NotFound : public Error {
 public:
  explicit NotFound(const std::string& message, std::vector<std::string> nearest = {})
      : Error(message), nearest_(std::move(nearest)) {}

  [[nodiscard]] const std::vector<std::string>& nearest() const noexcept { return nearest_; }

 private:
  std::vector<std::string> nearest_;
};

/// The request contradicts what the study already holds (a name that is taken, a theme under
/// itself, two sources that a name could mean).
class Conflict : public Error {
 public:
  using Error::Error;
};

/// The study file could not be read or written (not a study, newer schema, damaged, disk full).
class StoreError : public Error {
 public:
  using Error::Error;
};

}  // namespace themata
