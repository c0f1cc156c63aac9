#include "themata/study/detail/survey_plan.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/study/detail/identifying_titles.hpp"
#include "themata/study/detail/survey_names.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/words.hpp"

namespace themata::study::detail {

namespace {

/// `names`: nearly every short value is another, so that each may tell who somebody is. `moments`:
/// dates and times, such as that of an answer's arrival.
enum class Content { nothing, answers, values, addresses, names, moments };

bool is_ip_address(std::string_view cell) {
  return std::count(cell.begin(), cell.end(), '.') == 3 && cell.size() >= 7 &&
         cell.find_first_not_of("0123456789.") == cell.npos;
}

bool is_address(std::string_view cell) {
  const std::size_t at = cell.find('@');
  const bool is_mail =
      at != cell.npos && at > 0 && cell.find(' ') == cell.npos && cell.find('.', at) != cell.npos;
  return is_mail || is_ip_address(cell);
}

/// Digits and what is written with them; no letters.
bool is_number(std::string_view cell) {
  return cell.find_first_not_of("0123456789.,+-% ") == cell.npos;
}

/// A date (`2024-03-01`, `1/3/2024`) or a time (`10:15`): digits with a colon or two other marks
/// between them, and fewer letters. `35-44` is none.
bool is_moment(std::string_view cell) {
  constexpr std::size_t fewest_digits = 4;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_behind_digit = i > 0 && cell[i - 1] >= '0' && cell[i - 1] <= '9';
    if (is_digit) ++digits;
    if (!is_digit && c != ' ' && std::string_view(":/-.,+").find(c) == std::string_view::npos) {
      ++letters;
    }
    if (is_behind_digit && c == ':') marks += 2;
    if (is_behind_digit && (c == '/' || c == '-' || c == '.')) ++marks;
  }
  return digits >= fewest_digits && digits > letters && marks >= 2;
}

bool asks(std::string_view title) { return title.ends_with('?'); }

/// Of few people everything is another's.
bool are_names(std::size_t filled, std::size_t distinct, std::size_t numbers) {
  constexpr std::size_t fewest = 10;
  return filled >= fewest && 10 * distinct >= 9 * filled && 2 * numbers < filled;
}

Content content_of(const SurveyTable& table, std::size_t column, text::WordSegmenter& segmenter) {
  constexpr std::size_t words_of_an_answer = 5;
  std::unordered_set<std::string_view> distinct;
  std::size_t filled = 0;
  std::size_t words = 0;
  std::size_t addresses = 0;
  std::size_t numbers = 0;
  std::size_t moments = 0;
  for (const ingest::SheetRow& row : table.rows()) {
    const std::string& cell = row.cell(column);
    if (cell.empty() || is_no_answer(cell)) continue;
    ++filled;
    words += text::count_words(cell, segmenter);
    if (is_address(cell)) ++addresses;
    if (is_number(cell)) ++numbers;
    if (is_moment(cell)) ++moments;
    distinct.insert(cell);
  }
  if (filled == 0) return Content::nothing;
  if (2 * addresses > filled) return Content::addresses;
  const bool is_various = 2 * distinct.size() > filled;
  if (2 * moments > filled) return Content::moments;
  const bool is_long = words >= words_of_an_answer * filled;
  const bool may_be_short = asks(table.question(column)) && 2 * numbers < filled;
  if (is_various && (is_long || may_be_short)) return Content::answers;
  if (addresses > 0) return Content::addresses;
  return are_names(filled, distinct.size(), numbers) ? Content::names : Content::values;
}

class Planner {
 public:
  Planner(const SurveyTable& table, const SurveyRequest& request)
      : table_(table), request_(request), task_(table.header().size()) {}

  SurveyPlan plan() {
    plan_.participant = named(request_.participant_column, "--participant-column");
    if (request_.occasion_column) {
      plan_.occasion = named(*request_.occasion_column, "--occasion-column");
    }
    take_attributes();
    if (request_.question_column || request_.answer_column) {
      take_long_columns();
    } else {
      plan_.texts = listed(request_.text_columns, "--text-columns");
    }
    sort_out_the_rest();
    if (plan_.texts.empty()) {
      throw InputError(table_.path(),
                       "no column looks like answers in words; say which are: --text-columns "
                       "A,B,...");
    }
    return std::move(plan_);
  }

 private:
  void take_long_columns() {
    if (!request_.question_column || !request_.answer_column) {
      throw InputError(table_.path(),
                       "--question-column and --answer-column go together: the one names the "
                       "question of each row, the other its answer");
    }
    if (!request_.text_columns.empty()) {
      throw InputError(table_.path(),
                       "--text-columns is for tables with a row for each participant, "
                       "--question-column for those with a row for each answer; give one of them");
    }
    plan_.question = named(*request_.question_column, "--question-column");
    plan_.texts = {named(*request_.answer_column, "--answer-column")};
  }

  void take_attributes() {
    const std::vector<std::string>& lists = request_.attribute_columns;
    plan_.attributes_are_the_rest = lists.empty();
    const bool is_none = lists.size() == 1 && text::name_key(lists.front()) == "none" &&
                         !table_.has_column(lists.front());
    if (!is_none) plan_.attributes = listed(lists, "--attribute-columns");
  }

  std::size_t named(const std::string& name, std::string_view option) {
    const std::size_t column = table_.column(name);
    give(column, option);
    return column;
  }

  std::vector<std::size_t> listed(const std::vector<std::string>& lists, std::string_view option) {
    const std::vector<std::size_t> columns = table_.columns(lists);
    for (const std::size_t column : columns) give(column, option);
    return columns;
  }

  void give(std::size_t column, std::string_view option) {
    if (!task_[column].empty()) {
      throw InputError(table_.path(),
                       fmt::format("the column \"{}\" is given twice: by {} and by {}",
                                   table_.header()[column], task_[column], option));
    }
    task_[column] = option;
  }

  void sort_out_the_rest() {
    plan_.texts_by_content = plan_.texts.empty();
    text::WordSegmenter segmenter;
    for (std::size_t column = 0; column < task_.size(); ++column) {
      if (!task_[column].empty()) continue;
      const Content content = content_of(table_, column, segmenter);
      if (content == Content::nothing) {
        leave_out(column, "it is empty");
      } else if (content == Content::answers && plan_.texts_by_content &&
                 !is_identifying_title(table_.question(column), false)) {
        plan_.texts.push_back(column);
      } else if (!plan_.attributes_are_the_rest) {
        leave_out(column, "it is not among the columns that were given");
      } else {
        take_attribute(column, content);
      }
    }
  }

  /// Unless it tells who people are: that is taken only if a person says so.
  void take_attribute(std::size_t column, Content content) {
    constexpr std::string_view advice =
        ", which may tell who people are; --attribute-columns takes it";
    if (content == Content::moments) {
      leave_out(column, "it holds dates or times; --attribute-columns takes it");
    } else if (content == Content::addresses) {
      leave_out(column, fmt::format("it holds addresses{}", advice));
    } else if (is_identifying_title(table_.header()[column], true) ||
               is_identifying_title(table_.question(column), true)) {
      leave_out(column, fmt::format("its title is one of names, addresses or the like{}", advice));
    } else if (content == Content::names) {
      leave_out(column, fmt::format("nearly all of its values differ, as names do{}", advice));
    } else {
      plan_.attributes.push_back(column);
    }
  }

  void leave_out(std::size_t column, const std::string& why) {
    plan_.left_out.emplace_back(table_.header()[column], why);
  }

  const SurveyTable& table_;
  const SurveyRequest& request_;
  std::vector<std::string_view> task_;  // of each column, the option that gave it
  SurveyPlan plan_;
};

}  // namespace

SurveyPlan plan_survey(const SurveyTable& table, const SurveyRequest& request) {
  return Planner(table, request).plan();
}

}  // namespace themata::study::detail
