#include "cli/context.hpp"

#include <filesystem>
#include <iostream>

#include "cli/environment.hpp"
#include "themata/study/locate.hpp"

namespace themata::cli {

Context::Context(const Arguments& arguments, std::vector<std::string> words)
    : arguments_(arguments), words_(std::move(words)) {}

std::ostream& Context::out() const { return std::cout; }

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

namespace {

/// Without what a terminal would obey: messages quote names and texts.
std::string printable(std::string_view line) {
  std::string shown;
  for (const char c : line) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    shown += control ? std::string("\uFFFD") : std::string(1, c);
  }
  return shown;
}

}  // namespace

void print_message(const std::string& message) {
  std::size_t begin = 0;
  while (begin <= message.size()) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    std::cerr << "themata: " << printable(std::string_view(message).substr(begin, end - begin))
              << '\n';
    begin = end + 1;
  }
}

}  // namespace themata::cli
