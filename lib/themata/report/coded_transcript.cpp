#include "themata/report/coded_transcript.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace themata::report {

namespace {

/// Makes comments of codings, each where it is met first, and ends it where it is met last.
class CommentPlaces {
 public:
  CommentPlaces(const std::vector<CodedTurn>& turns, Document& document) : document_(document) {
    for (std::size_t i = 0; i < turns.size(); ++i) {
      for (const CodedTurn::Coding& coding : turns[i].codings) last_turn_[coding.id] = i;
    }
  }

  void add_turn(const CodedTurn& turn, std::size_t number, Paragraph& paragraph) {
    std::set<std::size_t> cuts{0, turn.text.size()};
    std::map<std::size_t, std::vector<std::size_t>> begins;
    std::map<std::size_t, std::vector<std::size_t>> ends;
    for (const CodedTurn::Coding& coding : turn.codings) {
      const auto [known, is_new] = comments_.try_emplace(coding.id, document_.comments.size());
      if (is_new) {
        document_.comments.push_back({coding.coder, "", coding.code});
        begins[coding.here.begin.value].push_back(known->second);
        cuts.insert(coding.here.begin.value);
      }
      if (last_turn_.at(coding.id) == number) {
        ends[coding.here.end.value].push_back(known->second);
        cuts.insert(coding.here.end.value);
      }
    }
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
      const std::size_t end = *std::next(cut);
      TextRun run{turn.text.substr(*cut, end - *cut)};
      run.comments_begin = begins[*cut];
      run.comments_end = ends[end];
      paragraph.runs.push_back(std::move(run));
    }
  }

 private:
  Document& document_;
  std::unordered_map<std::int64_t, std::size_t> last_turn_;
  std::unordered_map<std::int64_t, std::size_t> comments_;  ///< of codings, in the document
};

}  // namespace

Document coded_transcript(const std::string& title, const std::vector<CodedTurn>& turns) {
  Document document;
  if (!title.empty()) document.add(Paragraph::Kind::title, title);
  CommentPlaces places(turns, document);
  for (std::size_t i = 0; i < turns.size(); ++i) {
    Paragraph paragraph;
    if (!turns[i].speaker.empty()) {
      paragraph.runs.push_back({turns[i].speaker + ":", TextRun::Style::bold});
      paragraph.runs.push_back({" "});
    }
    places.add_turn(turns[i], i, paragraph);
    document.blocks.emplace_back(std::move(paragraph));
  }
  return document;
}

}  // namespace themata::report
