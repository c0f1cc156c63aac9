#pragma once

#include <string>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// A question of the interview schedule.
struct Question {
  std::string guid;
  std::string text;
  bool operator==(const Question&) const = default;
};

/// In the schedule's order.
std::vector<Question> questions(Database& database);
/// Puts these in the place of all there are.
void set_questions(Database& database, const std::vector<Question>& questions);

}  // namespace themata::store
