#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/study/detail/survey_table.hpp"
#include "themata/study/survey.hpp"

namespace themata::study::detail {

/// What each column of a table of answers is.
struct SurveyPlan {
  std::size_t participant = 0;
  std::optional<std::size_t> occasion;
  std::optional<std::size_t> question;  ///< of a long table, with `texts` its one answer column
  std::vector<std::size_t> texts;
  std::vector<std::size_t> attributes;
  bool texts_by_content = false;
  bool attributes_are_the_rest = false;  ///< nobody named them: one that cannot be is left out
  std::vector<std::pair<std::string, std::string>> left_out;  ///< columns, and why
};

/// Sorts the columns out by the request, and by what they hold where it does not say: answers are
/// in columns whose cells have five words and more on average and are different from one another
/// for the most part; fewer words will do below a title that is a question. Columns of dates and
/// times, and columns that may tell who people are (with an e-mail or IP address in them, a
/// title for names, telephones, addresses or dates of birth, or ten short values and more of which
/// nearly all differ and that are no numbers) are left out unless they are asked for.
/// Throws `InputError` for a column with two tasks and where no column holds answers; `NotFound`.
SurveyPlan plan_survey(const SurveyTable& table, const SurveyRequest& request);

}  // namespace themata::study::detail
