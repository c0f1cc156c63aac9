#include "themata/analysis/answers.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "themata/analysis/detail/without_times.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/error.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/stem.hpp"
#include "themata/text/stop_words.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

using Words = std::unordered_set<std::string>;

/// The words of a language by which askings are compared: stems, without function words.
class ContentWords {
 public:
  explicit ContentWords(const std::string& language) {
    try {
      stemmer_.emplace(language);
      left_out_ = &text::stop_words(language);
    } catch (const NotFound&) {  // then words are compared as they are, and all of them
    }
  }

  Words of(std::string_view sentence) {
    Words content;
    Words all;
    segmenter_.start(sentence);
    while (const auto range = segmenter_.next()) {
      const std::string word = text::fold(text::slice(sentence, *range));
      const std::string stem = stemmer_ ? stemmer_->stem(word) : word;
      all.insert(stem);
      if (left_out_ == nullptr || !left_out_->contains(word)) content.insert(stem);
    }
    return content.empty() ? all : content;
  }

 private:
  text::WordSegmenter segmenter_;
  std::optional<text::Stemmer> stemmer_;
  const std::unordered_set<std::string_view>* left_out_ = nullptr;
};

/// The share of a question's words that a turn has; 0 for a single word in common, unless the
/// question has no more.
double likeness(const Words& question, const Words& turn) {
  const auto shared = std::count_if(question.begin(), question.end(),
                                    [&](const std::string& word) { return turn.contains(word); });
  if (question.empty() || (shared < 2 && question.size() > 1)) return 0;
  return static_cast<double>(shared) / static_cast<double>(question.size());
}

class AnswerLister {
 public:
  AnswerLister(const model::Corpus& corpus, const std::vector<std::string>& questions,
               const std::function<void(const Answer&)>& sink)
      : corpus_(corpus), questions_(questions), sink_(sink) {
    for (const model::Participant& one : corpus.participants()) names_.emplace(one.id, one.name);
  }

  void list(const model::SourceData& source) {
    if (source.source.language != language_ || schedule_.empty()) learn(source.source.language);
    source_ = &source;
    count_words();
    is_open_ = false;
    const std::string& written = detail(source.source);
    if (!written.empty()) begin(match(written), 0, written);
    for (std::size_t i = 0; i < source.turns.size(); ++i) take(i, !written.empty());
    finish();
  }

 private:
  static const std::string& detail(const model::Source& source) {
    static const std::string none;
    for (const model::SourceDetail& one : source.details) {
      if (one.key == "question") return one.value;
    }
    return none;
  }

  void learn(const std::string& language) {
    language_ = language;
    content_.emplace(language);
    schedule_.clear();
    for (const std::string& question : questions_) schedule_.push_back(content_->of(question));
  }

  std::optional<std::size_t> match(std::string_view asked) {
    const Words words = content_->of(asked);
    std::optional<std::size_t> best;
    double most = least_likeness;
    for (std::size_t i = 0; i < schedule_.size(); ++i) {
      const double like = likeness(schedule_[i], words);
      if (like < most || (best && like <= most)) continue;
      best = i;
      most = like;
    }
    return best;
  }

  void count_words() {
    words_of_turn_.assign(source_->turns.size(), 0);
    words_.start(*source_, corpus_.selection());
    while (const auto word = words_.next()) ++words_of_turn_[word->turn];
  }

  void begin(std::optional<std::size_t> question, std::size_t turn, std::string_view asked) {
    finish();
    answer_ = {};
    is_open_ = true;
    answer_.question = question;
    answer_.source = source_->source.name;
    answer_.turn = turn;
    answer_.asked = asked;
  }

  void take(std::size_t turn, bool is_all_one_answer) {
    const model::Turn& said = source_->turns[turn];
    const std::string text = detail::without_times(*source_, said.range);
    const model::Speaker* speaker = source_->speaker_of(said);
    if (speaker != nullptr && speaker->role == model::SpeakerRole::researcher) {
      if (is_all_one_answer) return;
      const auto question = match(text);
      if (question || !is_open_) begin(question, said.number, text);
      return;
    }
    const auto who = source_->participant_of(said);
    if (!who || !is_open_ || !corpus_.selection().admits(*who)) return;
    const std::string& name = names_.at(*who);
    auto& people = answer_.participants;
    if (std::find(people.begin(), people.end(), name) == people.end()) people.push_back(name);
    if (!answer_.text.empty()) answer_.text += '\n';
    answer_.text += text;
    answer_.words += words_of_turn_[turn];
  }

  void finish() {
    const bool tells_that_it_was_asked =
        answer_.question && !corpus_.selection().participants.has_value();
    if (is_open_ && (tells_that_it_was_asked || !answer_.text.empty())) sink_(answer_);
    is_open_ = false;
  }

  const model::Corpus& corpus_;
  const std::vector<std::string>& questions_;
  const std::function<void(const Answer&)>& sink_;
  std::unordered_map<model::ParticipantId, std::string> names_;
  std::string language_;
  std::optional<ContentWords> content_;
  std::vector<Words> schedule_;
  const model::SourceData* source_ = nullptr;
  SpokenWords words_;
  std::vector<std::size_t> words_of_turn_;
  Answer answer_;  ///< that of the question asked last
  bool is_open_ = false;
};

}  // namespace

void list_answers(model::Corpus& corpus, const std::vector<std::string>& questions,
                  const std::function<void(const Answer&)>& sink) {
  AnswerLister lister(corpus, questions, sink);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) lister.list(source);
}

}  // namespace themata::analysis
