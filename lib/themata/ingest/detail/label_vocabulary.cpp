#include "themata/ingest/detail/label_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {
namespace {

// clang-format off
constexpr auto detail_keys = std::to_array<std::string_view>({
    "age", "attendees", "audio", "audio file", "consent", "data collection", "date",
    "date of birth", "date of focus group", "date of interview", "date of recording",
    "date of the interview", "date of transcription", "date recorded", "date transcribed",
    "dates", "diagnosis", "duration", "education", "end time", "ethnicity", "file", "file name",
    "filename", "finish time", "focus group", "focus group date", "gender", "interview",
    "interview date", "interview duration", "interview id", "interview length",
    "interview location", "interview no", "interview no.", "interview number",
    "interview setting", "interview time", "interview type", "interviewed by", "interviewers",
    "keywords", "language", "length", "length of interview", "length of recording", "location",
    "marital status", "name", "names", "nationality", "occupation", "participant age",
    "participant gender", "participant id", "participant name", "participant number",
    "participants", "place", "place of interview", "platform", "profession", "project",
    "project title", "pronouns", "pseudonym", "recorded", "recorded by", "recorded on",
    "recording", "recording date", "recording length", "setting", "sex", "site", "speakers",
    "start time", "study", "study id", "study site", "study title", "time", "time ended",
    "time of interview", "time started", "title", "topic", "total time", "transcribed",
    "transcribed by", "transcriber", "transcript", "transcript by", "transcription",
    "transcription by", "transcription date", "transcriptionist", "url", "venue"});
// clang-format on
static_assert(std::is_sorted(detail_keys.begin(), detail_keys.end()));

// clang-format off
constexpr auto calendar_words = std::to_array<std::string_view>({
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "fri", "friday", "jan",
    "january", "jul", "july", "jun", "june", "mar", "march", "may", "mon", "monday", "nov",
    "november", "oct", "october", "sat", "saturday", "sep", "sept", "september", "sun", "sunday",
    "thu", "thursday", "tue", "tues", "tuesday", "wed", "wednesday"});
// clang-format on
static_assert(std::is_sorted(calendar_words.begin(), calendar_words.end()));

constexpr auto weekdays = std::to_array<std::string_view>(
    {"friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"});

// clang-format off
constexpr auto title_words = std::to_array<std::string_view>({
    "abstract", "afternoon", "appendix", "background", "chapter", "conclusion", "conclusions",
    "day", "dear diary", "details", "diary", "entry", "evening", "interview", "introduction",
    "journal", "morning", "my diary", "my journal", "note", "notes", "page", "part", "question",
    "reflection", "reflections", "section", "session", "summary", "title", "transcript",
    "transcription", "week"});
// clang-format on
static_assert(std::is_sorted(title_words.begin(), title_words.end()));

// clang-format off
constexpr auto answer_words = std::to_array<std::string_view>({
    "absolutely", "ah", "alright", "and", "anyway", "but", "cool", "definitely", "er", "erm",
    "exactly", "fine", "good", "great", "hello", "hey", "hi", "hm", "hmm", "lovely", "mhm", "mm",
    "mmm", "nice", "no", "nope", "not", "of", "oh", "ok", "okay", "perfect", "really", "right",
    "so", "sorry", "sure", "thank", "thanks", "true", "uh", "um", "wait", "welcome", "well",
    "what", "why", "wow", "yeah", "yep", "yes"});
// clang-format on
static_assert(std::is_sorted(answer_words.begin(), answer_words.end()));

bool contains(const auto& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// The next word of letters and digits, and what is left.
std::string_view take_word(std::string_view& rest) {
  const auto belongs = [](char c) { return is_ascii_alphanumeric(c) || !text::is_ascii(c); };
  const auto begin = std::find_if(rest.begin(), rest.end(), belongs);
  const auto end = std::find_if_not(begin, rest.end(), belongs);
  const auto at = static_cast<std::size_t>(begin - rest.begin());
  const std::string_view word = rest.substr(at, static_cast<std::size_t>(end - begin));
  rest.remove_prefix(at + word.size());
  return word;
}

/// `3`, `3rd`, `2021`
bool is_number(std::string_view word) {
  const auto letters = std::find_if_not(word.begin(), word.end(), is_digit);
  const std::string_view ending = word.substr(static_cast<std::size_t>(letters - word.begin()));
  return letters != word.begin() &&
         (ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
}

constexpr auto note_headings = std::to_array<std::string_view>(
    {"comment", "comments", "field note", "field notes", "memo", "nb", "note", "notes", "remark",
     "remarks", "transcriber note", "transcriber's note"});
static_assert(std::is_sorted(note_headings.begin(), note_headings.end()));

}  // namespace

bool is_note_heading(std::string_view key) {
  return std::binary_search(note_headings.begin(), note_headings.end(), key);
}

bool is_detail_key(std::string_view key) { return contains(detail_keys, key); }

bool is_date(std::string_view name) {
  const std::string key = text::name_key(name);
  std::string_view rest = key;
  bool has_number = false;
  bool has_weekday = false;
  for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest)) {
    if (!is_number(word) && !contains(calendar_words, word)) return false;
    has_number = has_number || is_number(word);
    has_weekday = has_weekday || contains(weekdays, word);
  }
  return has_number || has_weekday;  // April, May, June and August are names as well
}

bool is_title_or_answer(std::string_view key) {
  if (contains(title_words, key) || begins_with_answer(key)) return true;
  std::string_view rest = key;
  const std::string_view first = take_word(rest);
  return contains(title_words, first) && is_number(take_word(rest));
}

bool begins_with_answer(std::string_view text) {
  const std::string key = text::name_key(text.substr(0, text.find_first_of(" \t\n,.!?")));
  return contains(answer_words, key);
}

}  // namespace themata::ingest::detail
