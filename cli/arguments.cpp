#include "cli/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include <boost/program_options.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/help_text.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/name_key.hpp"

namespace themata::cli {

namespace {

/// What ids and counts are kept as.
constexpr auto greatest_number = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());

namespace po = boost::program_options;

po::options_description description_of(const std::vector<Option>& options) {
  po::options_description description;
  for (const Option& option : options) {
    const std::string name =
        option.letter ? fmt::format("{},{}", option.name, option.letter) : option.name;
    if (option.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  return description;
}

[[noreturn]] void refuse(const Command& command, const std::string& message) {
  throw UsageError(fmt::format("{}\nusage: {}", message, usage_line(command)));
}

[[noreturn]] void refuse_unknown(const Command& command, const std::string& option) {
  std::vector<std::string> names;
  for (const Option& known : all_options(command)) names.push_back("--" + known.name);
  const std::vector<std::string> nearest = text::nearest_names(option, names, 1);
  refuse(command, fmt::format("{} has no option {}{}", command.name, option,
                              nearest.empty() ? "" : "; did you mean " + nearest.front() + "?"));
}

/// What was written, in order; what is no option has no `string_key`.
std::vector<po::option> parse(const Command& command, const std::vector<Option>& options,
                              const std::vector<std::string>& words) {
  const po::options_description description = description_of(options);
  // Without guessing: a beginning of an option's name must not stand for it.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    return po::command_line_parser(words).options(description).style(style).run().options;
  } catch (const po::unknown_option& error) {
    refuse_unknown(command, error.get_option_name());
  } catch (const po::error& error) {
    refuse(command, error.what());
  }
}

/// All but paths is kept in the study or compared with what is, and that is UTF-8.
void check_encoding(const Command& command, const std::string& name, const std::string& value) {
  if (text::is_valid_utf8(value)) return;
  refuse(command, name + " is not valid UTF-8; check the encoding of the terminal");
}

void check_values(const Command& command, const Option& option,
                  const std::vector<std::string>& values) {
  if (values.size() > 1 && !option.repeats) {
    refuse(command, fmt::format("--{} is given {} times", option.name, values.size()));
  }
  const std::vector<std::string>& choices = option.choices;
  for (const std::string& value : values) {
    if (!option.is_path) check_encoding(command, "--" + option.name, value);
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) {
      continue;
    }
    refuse(command,
           fmt::format("--{} {}: it is one of {}", option.name, value, fmt::join(choices, ", ")));
  }
}

}  // namespace

Arguments::Arguments(const Command& command, const std::vector<std::string>& words) {
  const std::vector<Option> options = all_options(command);
  std::vector<std::string> positional;
  for (const po::option& written : parse(command, options, words)) {
    std::vector<std::string>& values =
        written.string_key.empty() ? positional : options_[written.string_key];
    values.insert(values.end(), written.value.begin(), written.value.end());
  }
  for (const Option& option : options) check_values(command, option, texts(option.name));
  if (!has("help")) assign_positional(command, positional);
}

void Arguments::assign_positional(const Command& command, const std::vector<std::string>& values) {
  std::size_t next = 0;
  for (const Argument& argument : command.arguments) {
    const bool several =
        argument.count == Argument::Count::some || argument.count == Argument::Count::any;
    const bool needed =
        argument.count == Argument::Count::one || argument.count == Argument::Count::some;
    if (needed && next == values.size()) {
      refuse(command, fmt::format("{} is missing", argument.name));
    }
    const std::size_t end = several ? values.size() : std::min(next + 1, values.size());
    std::vector<std::string>& taken = arguments_[argument.name];
    for (; next < end; ++next) {
      if (!argument.is_path) check_encoding(command, argument.name, values[next]);
      taken.push_back(values[next]);
    }
  }
  if (next < values.size()) {
    refuse(command, fmt::format("\"{}\" is one argument too many; put quotes around what has "
                                "spaces in it",
                                values[next]));
  }
}

std::optional<std::string> Arguments::text(const std::string& option) const {
  const auto found = options_.find(option);
  if (found == options_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::texts(const std::string& option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::size_t> Arguments::number(const std::string& option, std::size_t least) const {
  const std::optional<std::string> word = text(option);
  if (!word) return std::nullopt;
  return parse_number("--" + option, *word, least);
}

const std::string& Arguments::argument(const std::string& name) const {
  return arguments_.at(name).at(0);
}

std::optional<std::string> Arguments::optional_argument(const std::string& name) const {
  const std::vector<std::string>& values = arguments_.at(name);
  if (values.empty()) return std::nullopt;
  return values.front();
}

std::vector<std::string> Arguments::arguments(const std::string& name) const {
  return arguments_.at(name);
}

std::size_t parse_number(const std::string& what, const std::string& word, std::size_t least) {
  std::size_t number = 0;
  const char* const all = word.data() + word.size();
  const auto [end, error] = std::from_chars(word.data(), all, number);
  const bool whole = error != std::errc::invalid_argument && end == all;
  if (!whole || (error == std::errc() && number < least)) {
    throw UsageError(
        fmt::format("{} {}: it must be a whole number of at least {}", what, word, least));
  }
  if (error == std::errc::result_out_of_range || number > greatest_number) {
    throw UsageError(fmt::format("{} {}: the number is too large", what, word));
  }
  return number;
}

model::Attribute parse_attribute(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError(fmt::format("{}: write it as attribute=value", word));
  }
  return {word.substr(0, equals), word.substr(equals + 1)};
}

}  // namespace themata::cli
