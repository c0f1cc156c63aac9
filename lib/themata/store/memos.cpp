#include "themata/store/memos.hpp"

#include <optional>
#include <string_view>

#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct TargetWord {
  model::MemoTarget target;
  std::string_view word;
};

constexpr TargetWord target_words[] = {
    {model::MemoTarget::study, "study"},   {model::MemoTarget::source, "source"},
    {model::MemoTarget::code, "code"},     {model::MemoTarget::theme, "theme"},
    {model::MemoTarget::coding, "coding"}, {model::MemoTarget::participant, "participant"},
};

std::string_view word_of(model::MemoTarget target) {
  for (const TargetWord& entry : target_words) {
    if (entry.target == target) return entry.word;
  }
  return {};
}

std::optional<model::MemoTarget> parse_target(std::string_view word) {
  for (const TargetWord& entry : target_words) {
    if (entry.word == word) return entry.target;
  }
  return std::nullopt;
}

}  // namespace

std::vector<model::Memo> memos(Database& database) {
  std::vector<model::Memo> result;
  Query query(database,
              "SELECT id, guid, target, target_id, coder_id, text FROM memo ORDER BY created, id");
  while (query.next()) {
    result.push_back({query.id<model::MemoId>(0), query.text(1), query.word<parse_target>(2),
                      query.integer(3), query.id<model::CoderId>(4), query.text(5)});
  }
  return result;
}

model::MemoId add_memo(Database& database, const model::Memo& memo, const std::string& created) {
  Query(database,
        "INSERT INTO memo (guid, target, target_id, coder_id, created, text) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        memo.guid, word_of(memo.target), memo.target_id, memo.author, created, memo.text)
      .run();
  return model::MemoId{last_id(database)};
}

void remove_memos_on(Database& database, model::MemoTarget target, std::int64_t target_id) {
  Query(database, "DELETE FROM memo WHERE target = ?1 AND target_id = ?2", word_of(target),
        target_id)
      .run();
}

}  // namespace themata::store
