#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "themata/study/detail/survey_plan.hpp"

namespace themata::study::detail {

/// One answer that is to be a source.
struct SurveyAnswer {
  std::size_t row = 0;          ///< its number in the file
  std::size_t participant = 0;  ///< index into `SurveyAnswers::participants`
  std::size_t question = 0;     ///< index into `SurveyAnswers::questions`
  std::string occasion;         ///< may be empty
  std::string source;           ///< the name: "P01 week 2 Q1"
  std::string text;
};

/// What is known of participants.
struct SurveyAttribute {
  std::string name;                                         ///< "mood", "mood (week 2)"
  std::vector<std::pair<std::size_t, std::string>> values;  ///< of participants, by their index
};

/// What a table of answers holds.
struct SurveyAnswers {
  std::vector<std::string> participants;  ///< names as first written, in order
  std::vector<SurveyQuestion> questions;  ///< with `empty` counted
  std::vector<SurveyAnswer> answers;      ///< row by row
  std::vector<SurveyAttribute> attributes;
  std::map<std::string, std::size_t> no_answers;  ///< what was written for none, and how often
  std::vector<std::pair<std::string, std::string>> left_out;  ///< columns, and why
};

/// Reads the rows. Throws `InputError` naming the row: an answer without a participant, two answers
/// of one participant to one question (at one occasion), an attribute that was asked for and is
/// this here and that there for one participant (at one occasion).
SurveyAnswers read_answers(const SurveyTable& table, const SurveyPlan& plan);

}  // namespace themata::study::detail
