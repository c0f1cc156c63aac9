#include "themata/study/memos.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/segment_finder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"

namespace themata::study {

namespace {

/// The names of everything that a memo can be on.
class TargetNames {
 public:
  explicit TargetNames(Project& project, const std::vector<model::Memo>& memos)
      : project_(project), codebook_(store::codebook(project.database())) {
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

  [[nodiscard]] std::string of(const model::Memo& memo) {
    switch (memo.target) {
      case model::MemoTarget::source:
        return sources_.at(memo.target_id);
      case model::MemoTarget::turn:
        return fmt::format("{} turn {}", sources_.at(memo.target_id), turn_of(memo));
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
  std::size_t turn_of(const model::Memo& memo) {
    const auto [known, is_new] = turns_.try_emplace(memo.target_id);
    if (is_new) {
      known->second = store::load_source(project_.database(), model::SourceId{memo.target_id});
    }
    const model::SourceData& source = known->second;
    const auto [first, last] = source.turns_in(memo.turn.value_or(text::TextRange{}));
    return first == last ? 0 : source.turns[first].number;
  }

  Project& project_;
  model::Codebook codebook_;
  std::unordered_map<std::int64_t, std::string> sources_;
  std::unordered_map<std::int64_t, std::string> participants_;
  std::unordered_map<std::int64_t, std::string> codings_;
  std::unordered_map<std::int64_t, model::SourceData> turns_;
};

bool is_wanted(const MemoLine& line, const MemoFilter& filter) {
  if (!filter.target.empty() && line.target != filter.target) return false;
  if (!filter.coder.empty() && line.coder != filter.coder) return false;
  if (filter.words.empty()) return true;
  const std::string words = text::fold(filter.words);
  return text::fold(line.text).find(words) != std::string::npos ||
         text::fold(line.name).find(words) != std::string::npos;
}

std::string checked_words(const std::string& text) {
  const std::string words(text::trim(text));
  if (words.empty()) throw InputError("a memo needs words");
  return words;
}

void refuse_two(const MemoPlace& place) {
  const int things = (place.source ? 1 : 0) + (place.code ? 1 : 0) + (place.theme ? 1 : 0) +
                     (place.participant ? 1 : 0) + (place.coding ? 1 : 0);
  if (things > 1) throw InputError("a memo is on one thing; say which");
  if (place.turn && !place.source) throw InputError("say which source the turn is in");
}

void place_on_turn(Project& project, std::size_t turn, model::Memo& memo) {
  const detail::SegmentFinder finder(
      store::load_source(project.database(), model::SourceId{memo.target_id}));
  finder.require_turns(turn, turn);
  const model::Turn& on = finder.source().turns[turn - 1];
  memo.target = model::MemoTarget::turn;
  memo.turn = on.range.empty() ? on.label : on.range;
  if (memo.turn->empty()) throw InputError("the turn has no words that a memo could be on");
}

void place_on_coding(Project& project, std::int64_t id, model::Memo& memo) {
  if (store::codings(project.database(), {model::CodingId{id}}).empty()) {
    throw NotFound(
        fmt::format("there is no coding {}; see the column id of \"themata excerpts\"", id));
  }
  memo.target = model::MemoTarget::coding;
  memo.target_id = id;
}

/// Sets what the memo is on.
void put_on(Project& project, const MemoPlace& place, model::Memo& memo) {
  const model::Codebook book = codebook(project);
  if (place.source) {
    memo.target = model::MemoTarget::source;
    memo.target_id = find_source(project, *place.source).id.value;
    if (place.turn) place_on_turn(project, *place.turn, memo);
  } else if (place.code) {
    memo.target = model::MemoTarget::code;
    memo.target_id = find_code(book, *place.code).id.value;
  } else if (place.theme) {
    memo.target = model::MemoTarget::theme;
    memo.target_id = find_theme(book, *place.theme).id.value;
  } else if (place.participant) {
    memo.target = model::MemoTarget::participant;
    memo.target_id = find_participant(project, *place.participant).id.value;
  } else if (place.coding) {
    place_on_coding(project, *place.coding, memo);
  }
}

MemoLine find_memo(Project& project, std::int64_t id) {
  const auto all = list_memos(project);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const MemoLine& line) { return line.id.value == id; });
  if (found != all.end()) return *found;
  throw NotFound(
      fmt::format("there is no memo {}; see the column id of \"themata memo list\"", id));
}

std::string summary_of(const MemoLine& line) {
  if (line.name.empty()) return "on the study";
  return line.target == "turn" ? "on " + line.name
                               : fmt::format("on the {} {}", line.target, line.name);
}

}  // namespace

std::vector<MemoLine> list_memos(Project& project, const MemoFilter& filter) {
  const std::vector<model::Memo> memos = store::memos(project.database());
  TargetNames names(project, memos);
  std::unordered_map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  std::vector<MemoLine> lines;
  for (const model::Memo& memo : memos) {
    MemoLine line{memo.id,        std::string(model::to_string(memo.target)),
                  names.of(memo), coders.at(memo.author),
                  memo.text,      memo.created};
    if (is_wanted(line, filter)) lines.push_back(std::move(line));
  }
  return lines;
}

MemoLine add_memo(Project& project, const MemoPlace& place, const std::string& text) {
  refuse_two(place);
  Edit edit(project, "memo add");
  model::Memo memo;
  memo.guid = project.new_guid();
  memo.text = checked_words(text);
  put_on(project, place, memo);
  memo.author = edit.coder();
  const model::MemoId id = store::add_memo(project.database(), memo, project.now());
  MemoLine line = find_memo(project, id.value);
  edit.commit(summary_of(line));
  return line;
}

MemoLine rewrite_memo(Project& project, std::int64_t id, const std::string& text) {
  Edit edit(project, "memo edit");
  const MemoLine before = find_memo(project, id);
  store::rewrite_memo(project.database(), before.id, checked_words(text));
  edit.commit(summary_of(before));
  return find_memo(project, id);
}

MemoLine remove_memo(Project& project, std::int64_t id) {
  Edit edit(project, "memo remove");
  const MemoLine before = find_memo(project, id);
  store::remove_memo(project.database(), before.id);
  edit.commit(summary_of(before));
  return before;
}

}  // namespace themata::study
