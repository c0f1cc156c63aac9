#include "themata/study/reading.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/detail/segment_finder.hpp"

namespace themata::study {

namespace {

/// Turns of one source with the codings beside them.
class TurnReader {
 public:
  TurnReader(Project& project, const model::Source& source)
      : finder_(store::load_source(project.database(), source.id)),
        codebook_(store::codebook(project.database())) {
    for (const model::Coder& coder : store::coders(project.database())) {
      coders_.emplace(coder.id, coder.name);
    }
    for (const store::CodingFlag& flag : store::coding_flags(project.database(), source.id)) {
      flagged_.insert(flag.coding);
    }
    place_codings();
  }

  [[nodiscard]] std::vector<ReadTurn> read(std::size_t first, std::size_t last) const {
    std::vector<ReadTurn> turns;
    for (std::size_t i = first; i < last; ++i) turns.push_back(turn(i));
    return turns;
  }

  /// What stands above the first turn, if anything.
  [[nodiscard]] std::optional<ReadTurn> preamble() const {
    const model::SourceData& source = finder_.source();
    if (source.turns.empty()) return std::nullopt;
    const model::Turn& first = source.turns.front();
    const text::ByteOffset begin = first.label.empty() ? first.range.begin : first.label.begin;
    std::string above = source.text.substr(0, begin.value);
    above.erase(above.find_last_not_of(" \t\n") + 1);
    if (above.empty()) return std::nullopt;
    ReadTurn turn;
    turn.text = std::move(above);
    return turn;
  }

  [[nodiscard]] const detail::SegmentFinder& finder() const { return finder_; }

 private:
  /// For each turn the codings that share text with it.
  void place_codings() {
    const model::SourceData& source = finder_.source();
    beside_.resize(source.turns.size());
    for (std::size_t i = 0; i < source.codings.size(); ++i) {
      const auto [first, last] = source.turns_in(source.codings[i].segment.range);
      for (std::size_t turn = first; turn < last; ++turn) beside_[turn].push_back(i);
    }
  }

  [[nodiscard]] ReadTurn turn(std::size_t index) const {
    const model::SourceData& source = finder_.source();
    const model::Turn& from = source.turns[index];
    ReadTurn turn;
    turn.number = from.number;
    if (const model::Speaker* speaker = source.speaker_of(from)) {
      turn.speaker = speaker->label;
      turn.role = speaker->role;
    }
    turn.started = from.started;
    turn.begin = finder_.code_points(from.range).begin;
    turn.text = text::slice(source.text, from.range);
    for (const std::size_t coding : beside_[index]) {
      turn.codings.push_back(coding_beside(source.codings[coding], from));
    }
    return turn;
  }

  [[nodiscard]] CodingBeside coding_beside(const model::Coding& coding,
                                           const model::Turn& turn) const {
    const text::TextRange whole = coding.segment.range;
    const text::TextRange here{std::max(whole.begin, turn.range.begin),
                               std::min(whole.end, turn.range.end)};
    return {coding.id,
            coding.code,
            codebook_.code(coding.code).name,
            coders_.at(coding.coder),
            finder_.code_points(whole),
            text::byte_range(here.begin - turn.range.begin, here.end - turn.range.begin),
            std::string(text::slice(finder_.source().text, here)),
            flagged_.contains(coding.id)};
  }

  detail::SegmentFinder finder_;
  model::Codebook codebook_;
  std::unordered_map<model::CoderId, std::string> coders_;
  std::unordered_set<model::CodingId> flagged_;
  std::vector<std::vector<std::size_t>> beside_;
};

/// Where the pattern is met in a source, whoever says it, in order.
std::vector<text::TextRange> hits_in(Project& project, const model::Source& source,
                                     const std::string& pattern,
                                     const detail::SegmentFinder& finder) {
  Filter filter;
  filter.sources = {source.name};
  filter.speech = model::Speech::all;
  std::vector<text::TextRange> hits;
  kwic(project, filter, pattern, 0,
       [&](const KwicLine& line) { hits.push_back(finder.by_range(line.range)); });
  return hits;
}

/// Leaves the turns with hits, and marks these.
std::vector<ReadTurn> met_turns(std::vector<ReadTurn> turns,
                                const std::vector<text::TextRange>& hits,
                                const model::SourceData& source) {
  std::vector<ReadTurn> met;
  auto hit = hits.begin();
  for (ReadTurn& turn : turns) {
    const text::TextRange range = source.turns[turn.number - 1].range;
    while (hit != hits.end() && hit->begin < range.begin) ++hit;
    for (; hit != hits.end() && hit->begin < range.end; ++hit) {
      turn.hits.push_back(
          text::byte_range(hit->begin - range.begin, std::min(hit->end, range.end) - range.begin));
    }
    if (!turn.hits.empty()) met.push_back(std::move(turn));
  }
  return met;
}

}  // namespace

std::vector<ReadTurn> read_turns(Project& project, const model::Source& source,
                                 const ReadRequest& request) {
  const TurnReader reader(project, source);
  const model::SourceData& data = reader.finder().source();
  const std::size_t first = request.first.value_or(1);
  const std::size_t last = request.last.value_or(data.turns.size());
  if (request.first || request.last) {
    reader.finder().require_turns(first, request.last.value_or(std::max(first, last)));
  }
  std::vector<ReadTurn> turns = reader.read(first - 1, last);
  if (request.pattern) {
    return met_turns(std::move(turns), hits_in(project, source, *request.pattern, reader.finder()),
                     data);
  }
  if (request.first || request.last) return turns;
  if (auto above = reader.preamble()) turns.insert(turns.begin(), std::move(*above));
  return turns;
}

}  // namespace themata::study
