#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "themata/model/participant.hpp"

namespace themata::cli {

/// The command line is wrong, whatever the study holds: exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a person wrote after the command's name.
class Arguments {
 public:
  /// Parses `words` by the command's declaration. Throws `UsageError`, also for what is neither a
  /// path nor UTF-8.
  Arguments(const Command& command, const std::vector<std::string>& words);

  [[nodiscard]] bool has(const std::string& option) const { return options_.contains(option); }
  /// The value of an option, if it was given.
  [[nodiscard]] std::optional<std::string> text(const std::string& option) const;
  /// All values of an option that repeats.
  [[nodiscard]] std::vector<std::string> texts(const std::string& option) const;
  /// The value as a whole number of at least `least`; throws `UsageError`.
  [[nodiscard]] std::optional<std::size_t> number(const std::string& option,
                                                  std::size_t least) const;

  /// The positional argument of that name, which must be declared as one.
  [[nodiscard]] const std::string& argument(const std::string& name) const;
  [[nodiscard]] std::optional<std::string> optional_argument(const std::string& name) const;
  /// All of an argument declared as some or any.
  [[nodiscard]] std::vector<std::string> arguments(const std::string& name) const;

 private:
  void assign_positional(const Command& command, const std::vector<std::string>& values);

  std::map<std::string, std::vector<std::string>> options_;
  std::map<std::string, std::vector<std::string>> arguments_;
};

/// A whole number of at least `least` that an `std::int64_t` can hold; throws `UsageError` that
/// names `what`.
std::size_t parse_number(const std::string& what, const std::string& word, std::size_t least);

/// `attribute=value`, the value empty or not; throws `UsageError`.
model::Attribute parse_attribute(const std::string& word);

}  // namespace themata::cli
