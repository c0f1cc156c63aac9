#include "cli/context.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "cli/environment.hpp"
#include "cli/terminal.hpp"
#include "themata/study/locate.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

Context::Context(const Arguments& arguments, std::vector<std::string> words)
    : arguments_(arguments), words_(std::move(words)) {}

void Context::print(const std::string& text) const {
  std::cout << text::printable(text, text::LineBreaks::keep);
}

void Context::print_behind(const std::string& margin, const std::string& text,
                           const std::string& further_margin) const {
  const std::size_t width = is_terminal_output() ? terminal_width() : std::string::npos;
  const std::size_t widest_margin = std::max(margin.size(), further_margin.size());
  std::size_t begin = 0;
  do {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto parts = text::wrap_behind(widest_margin, text.substr(begin, end - begin), width);
    for (const std::string& part : parts) {
      const std::string& before = &part == &parts.front() ? margin : further_margin;
      print((part.empty() ? "" : before) + part + '\n');
    }
    begin = end + 1;
  } while (begin < text.size());
}

void Context::notice(const std::string& message) const { print_message(message); }

study::Environment Context::environment() const {
  study::Environment environment;
  environment.now = make_clock();
  environment.new_guid = make_guid_source(words_);
  environment.coder = arguments_.text("coder").value_or("");
  if (environment.coder.empty()) {
    environment.coder = environment_variable("THEMATA_CODER").value_or("");
  }
  if (environment.coder.empty()) environment.coder = login_name();
  environment.new_coder = arguments_.has("new-coder");
  environment.notice = print_message;
  environment.why = arguments_.text("why").value_or("");
  return environment;
}

study::Project Context::open(study::Project::Access access) const {
  std::optional<std::string> chosen = arguments_.text("project");
  if (!chosen) chosen = environment_variable("THEMATA_PROJECT");
  const std::filesystem::path path = study::locate_study(
      chosen, chosen ? std::filesystem::path() : std::filesystem::current_path());
  return study::Project::open(path, access, environment());
}

study::Project Context::open_to_read() const { return open(study::Project::Access::read); }
study::Project Context::open_to_write() const { return open(study::Project::Access::write); }

void print_message(const std::string& message) {
  std::istringstream lines(text::printable(message, text::LineBreaks::keep));
  std::string message_lines;
  for (std::string line; std::getline(lines, line);) message_lines += "themata: " + line + '\n';
  std::cerr << message_lines;  // at once, so that nothing that others write comes in between
}

}  // namespace themata::cli
