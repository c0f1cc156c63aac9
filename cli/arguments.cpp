#include "cli/arguments.hpp"

#include <algorithm>
#include <charconv>

#include <boost/program_options.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/help_text.hpp"
#include "themata/text/name_key.hpp"

namespace themata::cli {

namespace {

namespace po = boost::program_options;

po::options_description description_of(const std::vector<Option>& options) {
  po::options_description description;
  for (const Option& option : options) {
    const std::string name =
        option.letter ? fmt::format("{},{}", option.name, option.letter) : option.name;
    if (option.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  description.add_options()("positional", po::value<std::vector<std::string>>(), "");
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

void check_choice(const Command& command, const Option& option, const std::string& value) {
  if (option.choices.empty()) return;
  if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) {
    return;
  }
  refuse(command, fmt::format("--{} {}: it is one of {}", option.name, value,
                              fmt::join(option.choices, ", ")));
}

po::variables_map parse(const Command& command, const std::vector<Option>& options,
                        const std::vector<std::string>& words) {
  const po::options_description description = description_of(options);
  po::positional_options_description positional;
  positional.add("positional", -1);
  po::variables_map parsed;
  try {
    // Without guessing: a beginning of an option's name must not stand for it.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(words)
                  .options(description)
                  .positional(positional)
                  .style(style)
                  .run(),
              parsed);
  } catch (const po::unknown_option& error) {
    refuse_unknown(command, error.get_option_name());
  } catch (const po::error& error) {
    refuse(command, error.what());
  }
  return parsed;
}

}  // namespace

Arguments::Arguments(const Command& command, const std::vector<std::string>& words) {
  const std::vector<Option> options = all_options(command);
  const po::variables_map parsed = parse(command, options, words);
  for (const Option& option : options) {
    if (!parsed.count(option.name)) continue;
    std::vector<std::string>& values = options_[option.name];
    if (option.value.empty()) continue;
    values = parsed[option.name].as<std::vector<std::string>>();
    if (values.size() > 1 && !option.repeats) {
      refuse(command, fmt::format("--{} is given {} times", option.name, values.size()));
    }
    for (const std::string& value : values) check_choice(command, option, value);
  }
  const bool any = parsed.count("positional") > 0;
  if (!has("help")) {
    assign_positional(command, any ? parsed["positional"].as<std::vector<std::string>>()
                                   : std::vector<std::string>{});
  }
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
    arguments_[argument.name].assign(values.begin() + static_cast<std::ptrdiff_t>(next),
                                     values.begin() + static_cast<std::ptrdiff_t>(end));
    next = end;
  }
  if (next < values.size()) {
    refuse(command, fmt::format("\"{}\" is one argument too many", values[next]));
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
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < least) {
    throw UsageError(
        fmt::format("{} {}: it must be a whole number of at least {}", what, word, least));
  }
  return number;
}

}  // namespace themata::cli
