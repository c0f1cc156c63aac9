#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/model/record.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// An entry of the journal with its author's name.
struct JournalLine {
  model::JournalEntryId id;
  std::string time;  ///< ISO 8601, UTC
  int phase = 1;
  std::string coder;
  std::string text;
};

/// Which entries are asked for; what is empty asks for all.
struct JournalFilter {
  std::optional<int> phase;
  std::string words;  ///< that the entry has, whatever the case
  std::string coder;  ///< by this very name
  std::string from;   ///< a date or time, ISO 8601
  std::string to;     ///< the same, and all of what it begins
};

/// The phase that the study is in: the last move's, or 1.
int present_phase(Project& project);

/// Adds an entry, dated now, with the present phase. Throws `InputError` if it has no words.
JournalLine add_journal_entry(Project& project, const std::string& text);

/// Oldest first.
std::vector<JournalLine> list_journal(Project& project, const JournalFilter& filter);

/// The entries as a page of Markdown: a heading for each day, with phase, time and author above
/// each entry.
std::string journal_page(Project& project, const JournalFilter& filter);

}  // namespace themata::study
