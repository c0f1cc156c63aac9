#include "themata/analysis/family_counts.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "themata/analysis/speakers_of_hit.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

using Forms = std::unordered_map<std::string, std::size_t>;

/// The families with all their hits, then for each of them one that counts what it takes out.
std::vector<model::TermFamily> with_rejected(const std::vector<model::TermFamily>& families) {
  std::vector<model::TermFamily> all = families;
  for (model::TermFamily& family : all) family.left_out.clear();
  for (const model::TermFamily& family : families) {
    model::TermFamily rejected{family.label, {}};
    for (model::TermPattern pattern : family.patterns) {
      if (!pattern.excluded) continue;
      pattern.excluded = false;
      rejected.patterns.push_back(std::move(pattern));
    }
    all.push_back(std::move(rejected));
  }
  return all;
}

/// The words of a hit, folded, with a space between; what is not spoken in it left out.
class FormReader {
 public:
  const std::string& form_of(const model::SourceData& source, text::TextRange hit) {
    form_.clear();
    segmenter_.start(text::slice(source.text, hit));
    while (const auto word = segmenter_.next()) {
      const text::TextRange place{word->begin + hit.begin.value, word->end + hit.begin.value};
      const auto [first, last] = source.asides_in(place);
      if (first < last && source.asides[first].kind != model::AsideKind::speech) continue;
      text::fold_into(text::slice(source.text, place), word_);
      if (!form_.empty()) form_ += ' ';
      form_ += word_;
    }
    return form_;
  }

 private:
  text::WordSegmenter segmenter_;
  std::string word_;
  std::string form_;
};

std::vector<FormCount> in_order(const Forms& forms) {
  std::vector<FormCount> counts;
  for (const auto& [form, frequency] : forms) counts.push_back({form, frequency});
  std::sort(counts.begin(), counts.end(), [](const FormCount& a, const FormCount& b) {
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.form < b.form;
  });
  return counts;
}

/// Counts the hits of one source after the other.
class FamilyCounter {
 public:
  explicit FamilyCounter(const std::vector<model::TermFamily>& families)
      : rows_(families.size()),
        forms_(2 * families.size()),
        left_out_(families.size()),
        speakers_(families.size()) {
    for (std::size_t i = 0; i < families.size(); ++i) {
      rows_[i].label = families[i].label;
      left_out_[i] = families[i].left_out;
      std::sort(left_out_[i].begin(), left_out_[i].end());
    }
  }

  void add(const model::SourceData& source, const model::Selection& selection,
           const TermHit& hit) {
    if (hit.family >= rows_.size()) {  // one that is taken out
      if (hit.is_excerpt) {
        ++rows_[hit.family - rows_.size()].rejected_excerpts;
      } else {
        ++forms_[hit.family][reader_.form_of(source, hit.range)];
      }
      return;
    }
    FamilyCount& row = rows_[hit.family];
    const std::vector<model::Segment>& left_out = left_out_[hit.family];
    if (std::binary_search(left_out.begin(), left_out.end(),
                           model::Segment{source.source.id, hit.range})) {
      ++row.left_out;
      return;
    }
    ++row.frequency;
    if (hit.is_excerpt) {
      ++row.excerpts;
    } else {
      ++forms_[hit.family][reader_.form_of(source, hit.range)];
    }
    for (const auto who : speakers_of(source, hit, selection)) {
      speakers_.add_participant(hit.family, who);
    }
  }

  std::vector<FamilyCount> finish() && {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      rows_[i].participants = speakers_.participants(i);
      rows_[i].forms = in_order(forms_[i]);
      rows_[i].rejected = in_order(forms_[rows_.size() + i]);
    }
    return std::move(rows_);
  }

 private:
  std::vector<FamilyCount> rows_;
  std::vector<Forms> forms_;  // of each family, then what each takes out
  std::vector<std::vector<model::Segment>> left_out_;  // sorted
  Tally speakers_;
  FormReader reader_;
};

}  // namespace

std::vector<FamilyCount> count_families(model::Corpus& corpus,
                                        const std::vector<model::TermFamily>& families) {
  TermMatcher matcher(with_rejected(families), corpus.codebook());
  FamilyCounter counter(families);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    for (const TermHit& hit : matcher.find(source, corpus.selection())) {
      counter.add(source, corpus.selection(), hit);
    }
  }
  return std::move(counter).finish();
}

}  // namespace themata::analysis
