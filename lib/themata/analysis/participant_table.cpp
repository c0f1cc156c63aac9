#include "themata/analysis/participant_table.hpp"

#include <map>
#include <optional>
#include <unordered_map>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/term_matcher.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/stem.hpp"
#include "themata/text/stop_words.hpp"

namespace themata::analysis {

namespace {

using model::ParticipantId;

/// Collects counts by term and participant, and makes the table of them.
class Counts {
 public:
  explicit Counts(std::size_t terms) : by_term_(terms), frequencies_(terms) {}

  void add_word(ParticipantId who) { ++words_[who]; }
  void add_occurrence(std::size_t term) { ++frequencies_[term]; }
  void add(std::size_t term, ParticipantId who) {
    ++by_term_[term][who];
    words_.try_emplace(who, 0);
  }

  [[nodiscard]] ParticipantTable table(const std::vector<model::Participant>& participants,
                                       const std::vector<std::string>& terms) const {
    ParticipantTable table;
    for (const model::Participant& participant : participants) {
      const auto words = words_.find(participant.id);
      if (words == words_.end()) continue;
      table.people.push_back({participant.id, participant.name, words->second});
    }
    for (std::size_t term = 0; term < terms.size(); ++term) {
      ParticipantTable::Row row{terms[term], frequencies_[term], {}};
      for (const auto& person : table.people) row.counts.push_back(count(term, person.id));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

 private:
  [[nodiscard]] std::size_t count(std::size_t term, ParticipantId who) const {
    const auto found = by_term_[term].find(who);
    return found == by_term_[term].end() ? 0 : found->second;
  }

  std::vector<std::unordered_map<ParticipantId, std::size_t>> by_term_;
  std::vector<std::size_t> frequencies_;
  std::unordered_map<ParticipantId, std::size_t> words_;
};

/// Which term of a word table a word of one language is, if it is one of them.
class TermOfWord {
 public:
  using Terms = std::unordered_map<std::string, std::size_t>;

  TermOfWord(const std::string& language, const WordTableOptions& options, const Terms& terms)
      : terms_(terms) {
    if (options.without_stop_words) stop_words_ = &text::stop_words(language);
    if (options.by_stem) stemmer_.emplace(language);
  }

  std::optional<std::size_t> find(std::string_view word) {
    text::fold_into(word, folded_);
    if (stop_words_ != nullptr && stop_words_->contains(folded_)) return std::nullopt;
    const auto term = terms_.find(stemmer_ ? stemmer_->stem(folded_) : folded_);
    return term == terms_.end() ? std::nullopt : std::optional{term->second};
  }

 private:
  const Terms& terms_;
  const std::unordered_set<std::string_view>* stop_words_ = nullptr;
  std::optional<text::Stemmer> stemmer_;
  std::string folded_;
};

/// Adds a hit for whoever says it: of words the turn's speaker, of an excerpt all who speak in it,
/// as far as the selection admits them.
void add_hit(const model::SourceData& source, const TermHit& hit, const model::Selection& selection,
             Counts& counts) {
  counts.add_occurrence(hit.family);
  if (!hit.turn) return;
  for (const ParticipantId who : source.participants_in(hit.range)) {
    if (selection.admits(who)) counts.add(hit.family, who);
  }
}

}  // namespace

ParticipantTable participant_table(model::Corpus& corpus,
                                   const std::vector<model::TermFamily>& families) {
  TermMatcher matcher(families, corpus.codebook());
  Counts counts(families.size());
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      if (const auto who = source.participant_of(source.turns[word->turn])) counts.add_word(*who);
    }
    for (const TermHit& hit : matcher.find(source, corpus.selection())) {
      add_hit(source, hit, corpus.selection(), counts);
    }
  }
  std::vector<std::string> labels;
  for (const auto& family : families) labels.push_back(family.label);
  return counts.table(corpus.participants(), labels);
}

ParticipantTable participant_table(model::Corpus& corpus, const WordTableOptions& options) {
  std::vector<std::string> labels;
  TermOfWord::Terms terms;
  for (const TermCount& row : word_table(corpus, options)) {
    terms.emplace(row.term, labels.size());
    labels.push_back(row.term);
  }
  Counts counts(labels.size());
  std::map<std::string, TermOfWord> by_language;
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    const std::string& language = source.source.language;
    TermOfWord& term_of = by_language.try_emplace(language, language, options, terms).first->second;
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      const auto who = source.participant_of(source.turns[word->turn]);
      if (who) counts.add_word(*who);
      const auto term = term_of.find(text::slice(source.text, word->range));
      if (!term) continue;
      counts.add_occurrence(*term);
      if (who) counts.add(*term, *who);
    }
  }
  return counts.table(corpus.participants(), labels);
}

double per_thousand(std::size_t count, std::size_t words) {
  return words == 0 ? 0 : 1000.0 * static_cast<double>(count) / static_cast<double>(words);
}

}  // namespace themata::analysis
