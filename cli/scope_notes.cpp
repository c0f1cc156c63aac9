#include "cli/scope_notes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/card.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/memos.hpp"

namespace themata::cli {

std::vector<Option> with_scope_notes(std::vector<Option> options) {
  options.push_back({.name = "include", .value = "TEXT", .help = "what belongs to it"});
  options.push_back({.name = "exclude", .value = "TEXT", .help = "what does not"});
  options.push_back({.name = "example", .value = "TEXT", .help = "a typical case"});
  options.push_back(
      {.name = "colour",
       .value = "COLOUR",
       .help = "in pictures and other programs: #RRGGBB, or red, blue, ...; \"\" none"});
  return options;
}

study::ScopeNotes scope_notes(const Arguments& arguments, const std::string& description) {
  study::ScopeNotes notes;
  notes.description = arguments.optional_argument(description);
  notes.includes = arguments.text("include");
  notes.excludes = arguments.text("exclude");
  notes.example = arguments.text("example");
  notes.color = arguments.text("colour");
  return notes;
}

void print_scope(const Context& context, const Scope& scope) {
  const auto print_if_told = [&](const char* name, const std::string& value) {
    if (!value.empty()) print_field(context, name, value);
  };
  print_if_told("include", scope.includes);
  print_if_told("exclude", scope.excludes);
  print_if_told("example", scope.example);
  print_if_told("colour", scope.color);
  print_if_told("retired", scope.retired);
}

void print_speakers(const Context& context, study::Project& project, const study::Filter& filter) {
  std::vector<std::string> names;
  study::list_excerpts(project, filter, [&](const study::Excerpt& excerpt) {
    for (const std::string& name : excerpt.participants) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  });
  if (!names.empty()) print_field(context, "said by", fmt::format("{}", fmt::join(names, ", ")));
}

void print_memos(const Context& context, study::Project& project, const std::string& on,
                 const std::string& name) {
  for (const study::MemoLine& memo : study::list_memos(project)) {
    if (memo.target != on || memo.name != name) continue;
    print_field(context, "memo", fmt::format("{} ({})", memo.text, memo.coder));
  }
}

void print_excerpts(const Context& context, study::Project& project, const study::Filter& filter) {
  study::list_excerpts(project, filter, [&](const study::Excerpt& excerpt) {
    const bool several = filter.codes.empty();
    context.print(fmt::format("\n{} {}:{} ({}{}, coding {})\n{}\n", excerpt.source,
                              excerpt.range.begin.value, excerpt.range.end.value,
                              several ? excerpt.code + ", " : "", excerpt.coder, excerpt.id.value,
                              excerpt.text));
  });
}

}  // namespace themata::cli
