#include "themata/study/autocoding.hpp"

#include <set>

#include <fmt/format.h>

#include "themata/analysis/kwic.hpp"
#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/detail/segment_finder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/meant_terms.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/sentences.hpp"

namespace themata::study {

namespace {

constexpr std::string_view unit_word(AutocodeUnit unit) {
  switch (unit) {
    case AutocodeUnit::match:
      return "match";
    case AutocodeUnit::sentence:
      return "sentence";
    case AutocodeUnit::turn:
      break;
  }
  return "turn";
}

std::vector<model::TermFamily> families_of(Project& project, const AutocodeRequest& request) {
  if (request.pattern && request.terms) throw InputError("either a pattern or term families");
  if (request.terms) return terms_meant(project, *request.terms).families;
  if (!request.pattern) throw InputError("say what to look for: a pattern, or term families");
  return {{*request.pattern, {exchange::parse_term_pattern(*request.pattern)}}};
}

/// A place with its segment.
struct Found {
  AutocodePlace place;
  model::Segment segment;
};

/// Turns hits into the stretches that are coded, each once.
class PlaceFinder {
 public:
  PlaceFinder(Project& project, AutocodeUnit unit)
      : project_(project), unit_(unit), language_(study_info(project).language) {
    for (const model::Source& source : store::sources(project.database())) {
      ids_.emplace(source.name, source.id);
    }
  }

  void take(const analysis::KwicLine& line) {
    if (!finder_ || finder_->source().source.name != line.source) open(line.source);
    const text::TextRange range = unit_of(finder_->by_range(line.range));
    if (!seen_.insert(range).second) return;
    const model::SourceData& source = finder_->source();
    found_.push_back({{line.source, line.participant, finder_->code_points(range),
                       std::string(text::slice(source.text, range)), line.keyword, false},
                      {source.source.id, range}});
  }

  [[nodiscard]] std::vector<Found>& found() { return found_; }

 private:
  void open(const std::string& name) {
    finder_.emplace(store::load_source(project_.database(), ids_.at(name)));
    seen_.clear();
    sentences_of_ = nullptr;
  }

  text::TextRange unit_of(text::TextRange hit) {
    if (unit_ == AutocodeUnit::match) return hit;
    const model::SourceData& source = finder_->source();
    const auto [first, last] = source.turns_in(hit);
    if (first == last) return hit;
    const model::Turn& turn = source.turns[first];
    return unit_ == AutocodeUnit::turn ? turn.range : sentence_of(turn, hit);
  }

  /// From the beginning of the sentence in which the hit begins to the end of that in which it
  /// ends.
  text::TextRange sentence_of(const model::Turn& turn, text::TextRange hit) {
    if (sentences_of_ != &turn) {
      const model::Source& source = finder_->source().source;
      const std::string_view said = text::slice(finder_->source().text, turn.range);
      sentences_ = text::sentences(said, source.language.empty() ? language_ : source.language);
      sentences_of_ = &turn;
    }
    text::TextRange whole = hit;
    for (const text::TextRange& sentence : sentences_) {
      const text::TextRange at{turn.range.begin + sentence.begin.value,
                               turn.range.begin + sentence.end.value};
      if (!at.overlaps(hit)) continue;
      whole = {std::min(whole.begin, at.begin), std::max(whole.end, at.end)};
    }
    return whole;
  }

  Project& project_;
  AutocodeUnit unit_;
  std::string language_;
  std::unordered_map<std::string, model::SourceId> ids_;
  std::optional<detail::SegmentFinder> finder_;  // of the source at hand
  std::set<text::TextRange> seen_;               // in that source
  const model::Turn* sentences_of_ = nullptr;
  std::vector<text::TextRange> sentences_;
  std::vector<Found> found_;
};

std::vector<Found> places_of(Project& project, const AutocodeRequest& request) {
  PlaceFinder finder(project, request.unit);
  for (const model::TermFamily& family : families_of(project, request)) {
    const auto corpus = store::open_corpus(project.database(), select(project, request.filter));
    analysis::kwic(*corpus, family, 0, [&](const analysis::KwicLine& line) { finder.take(line); });
  }
  std::vector<Found>& found = finder.found();
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.segment < b.segment; });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Found& a, const Found& b) { return a.segment == b.segment; }),
              found.end());
  return std::move(found);
}

std::string rule_of(const AutocodeRequest& request) {
  return fmt::format("{} by {}", request.pattern ? *request.pattern : "terms " + *request.terms,
                     unit_word(request.unit));
}

/// The code, if the study has it. Throws for one that may not be applied.
std::optional<model::Code> known_code(Project& project, const AutocodeRequest& request) {
  const model::Codebook book = codebook(project);
  try {
    const model::Code& code = find_code(book, request.code);
    refuse_retired(code);
    return code;
  } catch (const NotFound& error) {
    if (request.create) return std::nullopt;
    throw NotFound(std::string(error.what()) + "; --create makes it", error.nearest());
  }
}

/// Marks the places that the coder has coded so already.
void mark_coded(Project& project, const std::optional<model::Code>& code,
                std::vector<Found>& found) {
  if (!code) return;
  std::optional<model::CoderId> coder;
  for (const model::Coder& known : store::coders(project.database())) {
    if (known.name == project.environment().coder) coder = known.id;
  }
  if (!coder) return;
  for (Found& one : found) {
    one.place.coded = store::has_coding(project.database(), one.segment, code->id, *coder);
  }
}

std::vector<AutocodePlace> without_segments(std::vector<Found> found) {
  std::vector<AutocodePlace> places;
  for (Found& one : found) places.push_back(std::move(one.place));
  return places;
}

}  // namespace

std::optional<AutocodeUnit> parse_autocode_unit(std::string_view word) {
  for (const AutocodeUnit unit :
       {AutocodeUnit::match, AutocodeUnit::sentence, AutocodeUnit::turn}) {
    if (unit_word(unit) == word) return unit;
  }
  return std::nullopt;
}

Autocoding preview_autocode(Project& project, const AutocodeRequest& request) {
  const auto code = known_code(project, request);
  std::vector<Found> found = places_of(project, request);
  mark_coded(project, code, found);
  return {code ? code->name : request.code, rule_of(request), without_segments(std::move(found)),
          0};
}

Autocoding autocode(Project& project, const AutocodeRequest& request) {
  Edit edit(project, "autocode");
  known_code(project, request);
  std::vector<Found> found = places_of(project, request);
  const std::string rule = rule_of(request);
  if (found.empty()) throw NotFound(fmt::format("{}: nothing is met, so nothing was coded", rule));
  const model::CodeId id =
      detail::CodebookBuilder(project, request.create).code_in_use(request.code);
  std::vector<store::NewCoding> codings;
  for (const Found& one : found) {
    codings.push_back(
        {project.new_guid(), one.segment, id, edit.coder(), project.now(), "", "", rule});
  }
  Autocoding result{codebook(project).code(id).name, rule, {}, 0};
  const auto stored = store::add_codings(project.database(), codings);
  for (std::size_t i = 0; i < stored.size(); ++i) {
    found[i].place.coded = !stored[i].added;
    result.added += stored[i].added ? 1 : 0;
  }
  result.places = without_segments(std::move(found));
  edit.commit(fmt::format("{} at {}: {}", result.code, rule, text::plural(result.added, "coding")));
  return result;
}

}  // namespace themata::study
