#include "themata/study/detail/survey_answers.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/study/detail/survey_names.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

/// Names in order of first coming, those that differ in case or quotes alone taken as one.
class NameList {
 public:
  std::size_t add(const std::string& name) {
    const auto [known, is_new] = by_key_.try_emplace(text::name_key(name), names_.size());
    if (is_new) names_.push_back(name);
    return known->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

/// Who a row is about, and when.
struct RowHead {
  std::size_t row = 0;  ///< index into the table's rows
  std::size_t participant = 0;
  std::size_t occasion = 0;  ///< index into the occasions; 0: none
};

class AnswerReader {
 public:
  AnswerReader(const SurveyTable& table, const SurveyPlan& plan) : table_(table), plan_(plan) {
    occasions_.add("");
  }

  SurveyAnswers read() {
    for (std::size_t row = 0; row < table_.rows().size(); ++row) read_head(row);
    found_.participants = participants_.names();
    name_questions();
    for (const RowHead& head : heads_) read_row(head);
    for (const std::size_t column : plan_.attributes) read_attribute(column);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const ingest::SheetRow& row(const RowHead& head) const {
    return table_.rows()[head.row];
  }

  [[nodiscard]] std::string checked(std::size_t number, std::string_view noun,
                                    std::string_view name) const {
    try {
      return model::checked_name(noun, name);
    } catch (const InputError& error) {
      table_.fail(number, error.what());
    }
  }

  void read_head(std::size_t index) {
    const ingest::SheetRow& row = table_.rows()[index];
    const std::string& name = row.cell(plan_.participant);
    if (name.empty()) {
      const auto is_filled = [&](std::size_t column) { return !row.cell(column).empty(); };
      if (std::none_of(plan_.texts.begin(), plan_.texts.end(), is_filled)) return;
      table_.fail(row.number, fmt::format("there is an answer, but no participant in \"{}\"",
                                          table_.header()[plan_.participant]));
    }
    RowHead head;
    head.row = index;
    head.participant = participants_.add(checked(row.number, "participant", name));
    if (plan_.occasion && !row.cell(*plan_.occasion).empty()) {
      const std::string occasion =
          occasion_of(table_.header()[*plan_.occasion], row.cell(*plan_.occasion));
      head.occasion = occasions_.add(checked(row.number, "occasion", occasion));
    }
    heads_.push_back(head);
  }

  void name_questions() {
    std::vector<std::string> texts;
    std::vector<std::size_t> numbers;
    if (plan_.question) {
      for (const RowHead& head : heads_) asked_.add(row(head).cell(*plan_.question));
      texts = asked_.names();
      for (std::size_t i = 0; i < texts.size(); ++i) numbers.push_back(i + 1);
    } else {
      for (const std::size_t column : plan_.texts) {
        texts.push_back(table_.header()[column]);
        numbers.push_back(column + 1);
      }
    }
    const std::vector<std::string> names =
        short_names(texts, numbers, plan_.question ? "question" : "column");
    for (std::size_t i = 0; i < names.size(); ++i) {
      found_.questions.push_back(
          {names[i], plan_.question ? texts[i] : table_.question(plan_.texts[i])});
    }
  }

  void read_row(const RowHead& head) {
    const ingest::SheetRow& answers = row(head);
    if (plan_.question) {
      const std::string& question = answers.cell(*plan_.question);
      const std::string& answer = answers.cell(plan_.texts.front());
      if (question.empty() && !answer.empty()) {
        table_.fail(row(head).number, fmt::format("there is an answer, but no question in \"{}\"",
                                                  table_.header()[*plan_.question]));
      }
      return take_answer(head, asked_.add(question), answer);
    }
    for (std::size_t i = 0; i < plan_.texts.size(); ++i) {
      take_answer(head, i, answers.cell(plan_.texts[i]));
    }
  }

  /// The value of a cell: nothing for what means none.
  bool is_filled(const std::string& cell) {
    if (cell.empty()) return false;
    if (!is_no_answer(cell)) return true;
    ++found_.no_answers[cell];
    return false;
  }

  void take_answer(const RowHead& head, std::size_t question, const std::string& text) {
    if (!is_filled(text)) {
      ++found_.questions[question].empty;
      return;
    }
    SurveyAnswer answer{
        row(head).number, head.participant, question, occasions_.names()[head.occasion], {}, text};
    std::string name = found_.participants[answer.participant];
    if (!answer.occasion.empty()) name += " " + answer.occasion;
    name += " " + found_.questions[question].name;
    answer.source = checked(answer.row, "source", name);
    const auto [first, is_new] = rows_.try_emplace(text::name_key(answer.source), answer.row);
    if (!is_new) fail_twice(answer, first->second);
    found_.answers.push_back(std::move(answer));
  }

  [[noreturn]] void fail_twice(const SurveyAnswer& answer, std::size_t before) const {
    const std::string advice =
        plan_.occasion ? "each participant may have one at an occasion"
                       : "if they are of different time points, say which column tells them: "
                         "--occasion-column";
    table_.fail(answer.row, fmt::format("there is an answer named \"{}\" already on {}; {}",
                                        answer.source, table_.place(before), advice));
  }

  struct Value {
    const RowHead* head;
    const std::string* cell;
  };

  /// The first two values that one participant has and that are not the same; `same_occasion`: at
  /// one occasion.
  static std::optional<std::pair<Value, Value>> contradiction(const std::vector<Value>& values,
                                                              bool same_occasion) {
    std::map<std::pair<std::size_t, std::size_t>, Value> first;
    for (const Value& value : values) {
      const std::size_t occasion = same_occasion ? value.head->occasion : 0;
      const auto [known, is_new] =
          first.try_emplace(std::pair{value.head->participant, occasion}, value);
      if (!is_new && *known->second.cell != *value.cell) return std::pair{known->second, value};
    }
    return std::nullopt;
  }

  void read_attribute(std::size_t column) {
    std::vector<Value> values;
    for (const RowHead& head : heads_) {
      const std::string& cell = row(head).cell(column);
      if (is_filled(cell)) values.push_back({&head, &cell});
    }
    const bool differs = contradiction(values, false).has_value();
    if (differs) {
      const auto contradicting = contradiction(values, true);
      if (contradicting) return refuse(column, *contradicting);
    }
    add_attribute(table_.header()[column], values, differs);
  }

  void refuse(std::size_t column, const std::pair<Value, Value>& values) {
    const std::string& name = table_.header()[column];
    if (plan_.attributes_are_the_rest) {
      found_.left_out.emplace_back(name, "it differs between the rows of one participant");
      return;
    }
    const auto& [first, second] = values;
    table_.fail(row(*second.head).number,
                fmt::format("\"{}\" of {} is \"{}\" here and \"{}\" on {}; an attribute is one for "
                            "each participant (and occasion)",
                            name, found_.participants[second.head->participant], *second.cell,
                            *first.cell, table_.place(row(*first.head).number)));
  }

  void add_attribute(const std::string& name, const std::vector<Value>& values, bool by_occasion) {
    std::map<std::size_t, SurveyAttribute> attributes;  // by occasion
    std::map<std::pair<std::size_t, std::size_t>, bool> seen;
    for (const Value& value : values) {
      const std::size_t occasion = by_occasion ? value.head->occasion : 0;
      if (!seen.try_emplace({value.head->participant, occasion}, true).second) continue;
      SurveyAttribute& attribute = attributes[occasion];
      attribute.name =
          occasion == 0 ? name : fmt::format("{} ({})", name, occasions_.names()[occasion]);
      attribute.values.emplace_back(value.head->participant, *value.cell);
    }
    for (auto& [occasion, attribute] : attributes) {
      found_.attributes.push_back(std::move(attribute));
    }
  }

  const SurveyTable& table_;
  const SurveyPlan& plan_;
  NameList participants_;
  NameList occasions_;
  NameList asked_;  // the questions of a long table
  std::vector<RowHead> heads_;
  std::unordered_map<std::string, std::size_t> rows_;  // of sources, by the key of their names
  SurveyAnswers found_;
};

}  // namespace

SurveyAnswers read_answers(const SurveyTable& table, const SurveyPlan& plan) {
  return AnswerReader(table, plan).read();
}

}  // namespace themata::study::detail
