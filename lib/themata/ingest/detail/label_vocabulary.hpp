#pragma once

#include <string_view>

namespace themata::ingest::detail {

/// Whether a label names no speaker, whatever it recurs: what stands before a colon at a
/// transcript's head (`Date`, `Duration`, `Interview location`), by its key; or a date (`3 May`,
/// `Monday`).
bool is_detail_key(std::string_view key);
bool is_date(std::string_view name);

/// What heads a remark of the transcriber's, by its key: `Note`, `Comment`, `NB`. Nobody's name.
bool is_note_heading(std::string_view key);

/// A word that may well be a line of its own in what somebody writes or says, and no name: the
/// title of a part (`Diary`, `Week 2`), an answer (`Yes`, `Thank You`). By its key.
bool is_title_or_answer(std::string_view key);

/// True if `text` begins with a word of greeting or answering (`Hello`, `Yes`) and so is no name.
bool begins_with_answer(std::string_view text);

}  // namespace themata::ingest::detail
