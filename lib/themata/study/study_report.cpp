#include "themata/study/study_report.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/analysis/coding_counts.hpp"
#include "themata/analysis/kwic.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/matrix.hpp"
#include "themata/study/meant_terms.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/quotations.hpp"
#include "themata/study/term_tables.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::study {

namespace {

using report::PageSource;
using report::Share;
using report::StudyPage;

constexpr std::size_t words_around_hit = 8;

/// Places of things in the page's lists.
template <class Id>
using PlaceOf = std::unordered_map<Id, std::size_t>;

template <class Thing>
auto places_of(const std::vector<Thing>& things) {
  PlaceOf<decltype(Thing::id)> places;
  for (const Thing& thing : things) places.emplace(thing.id, places.size());
  return places;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// Makes what the page holds of each source.
class SourceMaker {
 public:
  SourceMaker(const model::Corpus& corpus, const std::vector<model::Participant>& people,
              Share share)
      : corpus_(corpus),
        share_(share),
        codes_(places_of(corpus.codebook().codes())),
        coders_(places_of(corpus.coders())),
        people_(places_of(people)) {}

  PageSource make(const model::SourceData& source) const {
    PageSource made;
    const text::OffsetIndex offsets(source.text);
    for (const model::Coding& coding : source.codings) {
      if (!analysis::admits_coding(corpus_.selection(), source, coding)) continue;
      add(source, coding, offsets, made);
    }
    if (share_ != Share::all) return made;
    made.text = source.text;
    add_turns(source, offsets, made);
    return made;
  }

 private:
  void add(const model::SourceData& source, const model::Coding& coding,
           const text::OffsetIndex& offsets, PageSource& made) const {
    const text::TextRange range = coding.segment.range;
    const std::size_t begin = offsets.utf16(range.begin).value;
    const std::size_t end = offsets.utf16(range.end).value;
    const bool is_same = !made.segments.empty() && made.segments.back().begin == begin &&
                         made.segments.back().end == end;
    if (!is_same) {
      PageSource::Segment& segment = made.segments.emplace_back();
      segment.begin = begin;
      segment.end = end;
      const auto [first, last] = source.turns_in(range);
      segment.turn = first < last ? source.turns[first].number : 0;
      for (const model::ParticipantId who : source.participants_in(range)) {
        if (corpus_.selection().admits(who)) segment.people.push_back(people_.at(who));
      }
      if (share_ != Share::none) segment.text = text::slice(source.text, range);
    }
    made.segments.back().codings.push_back({codes_.at(coding.code), coders_.at(coding.coder)});
  }

  void add_turns(const model::SourceData& source, const text::OffsetIndex& offsets,
                 PageSource& made) const {
    const std::size_t first =
        source.turns.empty() ? source.text.size() : source.turns.front().label.begin.value;
    if (first > 0) {
      const text::ByteOffset end{first};
      made.turns.push_back({0, 0, offsets.utf16(end).value, "", true});
    }
    for (const model::Turn& turn : source.turns) {
      const model::Speaker* speaker = source.speaker_of(turn);
      made.turns.push_back(
          {turn.number, offsets.utf16(turn.range.begin).value, offsets.utf16(turn.range.end).value,
           speaker == nullptr ? "" : speaker->label,
           speaker == nullptr || speaker->role != model::SpeakerRole::participant});
    }
  }

  const model::Corpus& corpus_;
  Share share_;
  PlaceOf<model::CodeId> codes_;
  PlaceOf<model::CoderId> coders_;
  PlaceOf<model::ParticipantId> people_;
};

/// A term list of the study, counted, with the places of its hits unless no words go out.
report::PageTerms terms_of(Project& project, const ReportRequest& request,
                           const std::string& list) {
  const CountedTerms counted = count_terms(project, request.filter, terms_meant(project, list));
  report::PageTerms page;
  page.title = list;
  page.note = term_note(counted, request.filter, request.program);
  for (std::size_t i = 0; i < counted.rows.size(); ++i) {
    report::PageTerms::Row& row = page.rows.emplace_back();
    row.label = counted.rows[i].label;
    row.participants = counted.rows[i].participants;
    row.frequency = counted.rows[i].frequency;
    if (request.share == Share::none || row.frequency == 0) continue;
    const auto corpus = store::open_corpus(project.database(), select(project, request.filter));
    analysis::kwic(*corpus, counted.terms.families[i], words_around_hit, [&](const KwicLine& line) {
      row.hits.push_back({line.source, line.participant, line.before, line.keyword, line.after});
    });
  }
  return page;
}

std::vector<std::string> kept_lists(Project& project) {
  std::vector<std::string> lists;
  for (const auto& family : store::term_families(project.database())) {
    if (std::find(lists.begin(), lists.end(), family.list) == lists.end()) {
      lists.push_back(family.list);
    }
  }
  return lists;
}

void add_matrices(Project& project, const ReportRequest& request, StudyPage& page) {
  const MatrixAxis themes = *parse_matrix_axis("themes");
  for (const auto& [axis, noun] :
       {std::pair{"participants", "participant"}, {"occasions", "occasion"}}) {
    Matrix matrix = count_matrix(project, request.filter, themes, *parse_matrix_axis(axis),
                                 MatrixCell::excerpts);
    const bool tells_nothing = std::string_view(noun) == "occasion" && matrix.columns.size() < 2;
    if (tells_nothing || matrix.rows.empty()) continue;
    page.matrices.push_back(
        {fmt::format("Excerpts by theme and {}", noun), noun, std::move(matrix)});
  }
}

/// The participants who speak in what the filter selects; nobody else's name goes out.
std::vector<model::Participant> people_of(const model::Corpus& corpus, const Matrix& by_people) {
  const std::unordered_set<std::string> speaking(by_people.columns.begin(),
                                                 by_people.columns.end());
  std::vector<model::Participant> people = corpus.participants();
  std::erase_if(people, [&](const model::Participant& one) {
    return !corpus.selection().admits(one.id) || !speaking.contains(one.name);
  });
  return people;
}

StudyPage page_of(Project& project, const ReportRequest& request, const model::Corpus& corpus) {
  const model::StudyInfo info = study_info(project);
  StudyPage page;
  page.share = request.share;
  page.title = request.title.value_or(info.title.empty() ? "A thematic analysis" : info.title);
  page.language = info.language;
  page.codebook = corpus.codebook();
  page.tree = theme_tree(project, request.filter, {});
  page.quotations = quotations(project, request.filter, {});
  page.voices = theme_voices(project, request.filter);
  for (const std::string& list : kept_lists(project)) {
    page.terms.push_back(terms_of(project, request, list));
  }
  add_matrices(project, request, page);
  for (const model::Coder& one : corpus.coders()) page.coders.push_back(one.name);
  return page;
}

void add_facts(const SpeechSize& speech, const Matrix& coded, StudyPage& page) {
  page.facts = {{"Sources", grouped(page.sources.size())},
                {"Participants", grouped(speech.participants)},
                {"Words of participants", grouped(speech.words)},
                {"Themes and subthemes", grouped(page.codebook.themes().size())},
                {"Codes", grouped(page.codebook.codes().size())},
                {"Excerpts", grouped(coded.total)},
                {"Coders", grouped(page.coders.size())}};
}

}  // namespace

void write_report(Project& project, const ReportRequest& request, std::ostream& out,
                  const std::function<void(std::size_t, std::size_t)>& progress) {
  const model::Selection selection = select(project, request.filter);
  const auto corpus = store::open_corpus(project.database(), selection);
  StudyPage page = page_of(project, request, *corpus);
  for (const model::Source& source : store::sources(project.database())) {
    if (selection.admits(source)) page.sources.emplace_back(source.name, source.occasion);
  }
  const Matrix coded = count_matrix(project, request.filter, *parse_matrix_axis("codes"),
                                    *parse_matrix_axis("participants"), MatrixCell::excerpts);
  const std::vector<model::Participant> people = people_of(*corpus, coded);
  for (const model::Participant& one : people) page.participants.push_back(one.name);
  add_facts(selected_speech(project, request.filter), coded, page);
  report::StudyPageWriter writer(page, out);
  const SourceMaker maker(*corpus, people, request.share);
  model::SourceData source;
  std::size_t written = 0;
  while (corpus->next(source)) {
    writer.write(maker.make(source));
    ++written;
    if (progress) progress(written, page.sources.size());
  }
  writer.finish();
}

}  // namespace themata::study
