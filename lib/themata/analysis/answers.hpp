#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// What was said when a question of the interview schedule had been asked.
struct Answer {
  std::optional<std::size_t> question;  ///< its place in the schedule; nothing: asked besides it
  std::string source;
  std::size_t turn = 0;                   ///< the number of the turn in which it was asked
  std::string asked;                      ///< that turn's words
  std::vector<std::string> participants;  ///< who answer, in order
  std::string text;       ///< the participants' turns up to the next question, without times
  std::size_t words = 0;  ///< that count, as `SpokenWords` counts them
};

/// How alike the asking must be: the share of the question's words (function words aside) that it
/// has, of the same stem, and at least two of them.
inline constexpr double least_likeness = 0.5;

/// Goes through the turns of researchers and hands over what participants say after each, up to the
/// next one of a researcher that asks something of the schedule or is answered; short prompts
/// (which have fewer than `least_likeness` of every question's words) go on with the question
/// before them. Of a source that is the answer to a question (its detail "question"), the whole is
/// handed over. Needs texts.
void list_answers(model::Corpus& corpus, const std::vector<std::string>& questions,
                  const std::function<void(const Answer&)>& sink);

}  // namespace themata::analysis
