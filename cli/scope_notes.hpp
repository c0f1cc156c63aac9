#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/table_output.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/filter.hpp"

namespace themata::cli {

/// Declares --include, --exclude, --example and --colour.
std::vector<Option> with_scope_notes(std::vector<Option> options);
/// What they say, with the positional argument that describes.
study::ScopeNotes scope_notes(const Arguments& arguments, const std::string& description);

/// What a card tells of the scope of a code or a theme, as far as it is told.
struct Scope {
  std::string includes;
  std::string excludes;
  std::string example;
  std::string retired;
  std::string color;
};
void print_scope(const Context& context, const Scope& scope);

/// True if a list of codes or themes is to have the column `retired`: as text only if one is.
template <class Noun>
bool tells_retired(const Arguments& arguments, const std::vector<Noun>& nouns) {
  return table_format(arguments) != report::TableFormat::text ||
         std::any_of(nouns.begin(), nouns.end(),
                     [](const Noun& noun) { return !noun.retired.empty(); });
}

/// Who speaks in the excerpts that the filter admits, by name.
void print_speakers(const Context& context, study::Project& project, const study::Filter& filter);
/// The memos on one thing, if there are any; `on` is its noun.
void print_memos(const Context& context, study::Project& project, const std::string& on,
                 const std::string& name);
/// The excerpts that the filter admits, one below the other.
void print_excerpts(const Context& context, study::Project& project, const study::Filter& filter);

}  // namespace themata::cli
