#include "themata/ingest/detail/pdf_to_layout.hpp"

#include <algorithm>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/printable.hpp"

namespace themata::ingest::detail {

namespace {

/// The first line of what `pdftotext` complained of that is not a mere warning.
std::string first_complaint(std::string_view message) {
  constexpr std::size_t longest = 120;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view line = text::trim(message.substr(0, end));
    message.remove_prefix(std::min(end + 1, message.size()));
    if (line.empty() || line.find("Warning") != line.npos) continue;
    return text::printable(line.substr(0, longest), text::LineBreaks::as_spaces);
  }
  return {};
}

[[noreturn]] void fail_by_status(const ChildOutcome& outcome) {
  constexpr int no_permission = 3;
  if (outcome.code == no_permission) {
    throw InputError(
        "does not let its text be copied; ask whoever made it for one that does, or for the text");
  }
  if (outcome.message.find("Incorrect password") != std::string::npos) {
    throw InputError("needs a password; save it without one");
  }
  const std::string complaint = first_complaint(outcome.message);
  throw InputError("is damaged: pdftotext cannot read it" +
                   (complaint.empty() ? "" : " (" + complaint + ")") +
                   "; open it with another program and save it anew");
}

/// Whether `pdftotext` wrote all that it had to. If it fails it breaks off, or begins with nothing.
bool is_whole(std::string_view layout) { return text::trim(layout).ends_with("</html>"); }

void require_success(const ChildOutcome& outcome, const ChildLimits& limits) {
  switch (outcome.end) {
    case ChildEnd::exited:
      if (outcome.code != 0) fail_by_status(outcome);
      return;
    case ChildEnd::untold:
      if (!is_whole(outcome.output)) fail_by_status(outcome);
      return;
    case ChildEnd::crashed:
      throw InputError(
          "is damaged or needs too much memory: pdftotext crashed on it; open it with another "
          "program and save it anew");
    case ChildEnd::out_of_time: {
      const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.wall_time).count();
      throw InputError("takes pdftotext more than " +
                       text::plural(static_cast<std::size_t>(seconds), "second") +
                       " to read; divide it, or save it anew");
    }
    case ChildEnd::out_of_bounds:
      throw InputError("has more text than is read at once (" +
                       std::to_string(limits.output >> 20U) +
                       " MiB with the words' places); divide it");
  }
}

}  // namespace

PdfLayout pdf_to_layout(std::string_view bytes, std::string_view path, const ChildLimits& limits) {
  const auto program = find_program("pdftotext", path);
  if (!program) {
    throw InputError(
        "PDF files are read by pdftotext, which is not installed: apt-get install poppler-utils; "
        "or save it as text");
  }
  ChildOutcome outcome =
      run_child(*program, {"-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, limits);
  require_success(outcome, limits);
  return {std::move(outcome.output), first_complaint(outcome.message)};
}

}  // namespace themata::ingest::detail
