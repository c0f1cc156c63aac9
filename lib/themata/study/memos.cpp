#include "themata/study/memos.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"

namespace themata::study {

namespace {

/// The names of everything that a memo can be on.
class TargetNames {
 public:
  explicit TargetNames(Project& project, const std::vector<model::Memo>& memos)
      : codebook_(store::codebook(project.database())) {
    for (const auto& source : store::sources(project.database())) {
      sources_.emplace(source.id.value, source.name);
    }
    for (const auto& participant : store::participants(project.database())) {
      participants_.emplace(participant.id.value, participant.name);
    }
    std::vector<model::CodingId> ids;
    for (const model::Memo& memo : memos) {
      if (memo.target == model::MemoTarget::coding) ids.emplace_back(memo.target_id);
    }
    for (const model::Coding& coding : store::codings(project.database(), ids)) {
      codings_.emplace(coding.id.value, fmt::format("{} on {}", codebook_.code(coding.code).name,
                                                    sources_.at(coding.segment.source.value)));
    }
  }

  [[nodiscard]] std::string of(const model::Memo& memo) const {
    switch (memo.target) {
      case model::MemoTarget::source:
      case model::MemoTarget::turn:
        return sources_.at(memo.target_id);
      case model::MemoTarget::participant:
        return participants_.at(memo.target_id);
      case model::MemoTarget::code:
        return codebook_.code(model::CodeId{memo.target_id}).name;
      case model::MemoTarget::theme:
        return codebook_.path(model::ThemeId{memo.target_id});
      case model::MemoTarget::coding:
        return codings_.at(memo.target_id);
      case model::MemoTarget::study:
        break;
    }
    return "";
  }

 private:
  model::Codebook codebook_;
  std::unordered_map<std::int64_t, std::string> sources_;
  std::unordered_map<std::int64_t, std::string> participants_;
  std::unordered_map<std::int64_t, std::string> codings_;
};

}  // namespace

std::vector<MemoLine> list_memos(Project& project) {
  const std::vector<model::Memo> memos = store::memos(project.database());
  const TargetNames names(project, memos);
  std::unordered_map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  std::vector<MemoLine> lines;
  for (const model::Memo& memo : memos) {
    lines.push_back({memo.id, std::string(model::to_string(memo.target)), names.of(memo),
                     coders.at(memo.author), memo.text});
  }
  return lines;
}

}  // namespace themata::study
