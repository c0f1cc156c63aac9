#include "themata/study/detail/word_remarks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/analysis/method_words.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/study_info.hpp"
#include "themata/text/characters.hpp"

namespace themata::study::detail {

namespace {

/// About so many bytes are shown on either side of a word.
constexpr std::size_t context = 30;

/// The hit with whole words around it.
std::string among_neighbours(const std::string& text, text::TextRange hit) {
  std::size_t begin = hit.begin.value > context ? hit.begin.value - context : 0;
  std::size_t end = std::min(text.size(), hit.end.value + context);
  if (begin > 0) begin = std::min(text.find(' ', begin), hit.begin.value);
  if (end < text.size()) end = std::max(text.rfind(' ', end), hit.end.value);
  std::string words(text::trim(std::string_view(text).substr(begin, end - begin)));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return (begin > 0 ? "…" : "") + words + (end < text.size() ? "…" : "");
}

class RemarkFinder {
 public:
  RemarkFinder(Project& project, bool reflexive)
      : reflexive_(reflexive), standing_(standing_statements(project)) {}

  /// `where` names the place in a topic ("memo-4"), `place` to a reader.
  void look_at(const std::string& text, const std::string& where, const std::string& place) {
    for (const analysis::MethodWordHit& hit : analysis::method_words_in(text)) {
      if (!reflexive_ && hit.name != "emerge") continue;
      WordRemark remark;
      remark.topic = fmt::format("{}:{}", hit.name, where);
      remark.place = place;
      remark.words = among_neighbours(text, hit.range);
      for (const analysis::MethodWord& word : analysis::method_words()) {
        if (word.name == hit.name) remark.remark = word.remark;
      }
      remark.said = said_on(remark.topic, std::string(hit.name));
      remarks_.push_back(std::move(remark));
    }
  }

  std::vector<WordRemark> finish() { return std::move(remarks_); }

 private:
  [[nodiscard]] std::optional<StandingStatement> said_on(const std::string& topic,
                                                         const std::string& word) const {
    for (const std::string& one : {topic, word}) {
      const auto found = standing_.find(one);
      if (found != standing_.end()) return found->second;
    }
    return std::nullopt;
  }

  bool reflexive_;
  std::map<std::string, StandingStatement> standing_;
  std::vector<WordRemark> remarks_;
};

}  // namespace

std::vector<WordRemark> word_remarks(Project& project) {
  const bool reflexive =
      store::study_info(project.database()).approach == model::Approach::reflexive;
  RemarkFinder finder(project, reflexive);
  const model::Codebook codebook = store::codebook(project.database());
  for (const model::Theme& theme : codebook.themes()) {
    const std::string place =
        fmt::format("the definition of the theme {} {}", codebook.number(theme.id), theme.name);
    const std::string where = fmt::format("theme-{}", theme.id.value);
    for (const auto* text : {&theme.definition, &theme.idea, &theme.includes, &theme.excludes}) {
      finder.look_at(*text, where, place);
    }
  }
  for (const model::Code& code : codebook.codes()) {
    const std::string where = fmt::format("code-{}", code.id.value);
    for (const auto* text : {&code.description, &code.includes, &code.excludes}) {
      finder.look_at(*text, where, "the description of the code " + code.name);
    }
  }
  for (const model::Memo& memo : store::memos(project.database())) {
    finder.look_at(memo.text, fmt::format("memo-{}", memo.id.value),
                   fmt::format("memo {}", memo.id.value));
  }
  return finder.finish();
}

}  // namespace themata::study::detail
