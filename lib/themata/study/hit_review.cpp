#include "themata/study/hit_review.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/decision_csv.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/detail/kwic_places.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

void add_decisions(Project& project, FamilyReview& review) {
  std::unordered_map<model::CoderId, std::string> names;
  for (const model::Coder& coder : store::coders(project.database())) {
    names.emplace(coder.id, coder.name);
  }
  std::map<model::Segment, model::HitDecision> decisions;
  for (auto& decision : store::hit_decisions(project.database(), review.family.id)) {
    decisions.emplace(decision.segment, decision);
  }
  for (ReviewHit& hit : review.hits) {
    const auto decision = decisions.find(hit.place);
    if (decision == decisions.end()) continue;
    hit.left_out = decision->second.left_out;
    hit.reason = decision->second.reason;
    hit.coder = names.at(decision->second.coder);
  }
}

std::size_t count_decided(const std::vector<ReviewHit>& hits, bool left_out) {
  return static_cast<std::size_t>(std::count_if(
      hits.begin(), hits.end(), [&](const ReviewHit& hit) { return hit.left_out == left_out; }));
}

void write_decision(Project& project, Edit& edit, model::TermFamilyId family,
                    const model::Segment& place, std::optional<bool> left_out,
                    const std::string& reason, const std::string& coder = {}) {
  if (!left_out) {
    store::forget_decision(project.database(), family, place);
    return;
  }
  const model::CoderId who = coder.empty() ? edit.coder() : edit.coder(coder);
  store::decide_hit(project.database(), {family, place, *left_out, reason, who}, project.now());
}

using HitsByPlace = std::map<std::pair<std::string, text::CodePointRange>, const ReviewHit*>;

HitsByPlace by_place(const FamilyReview& review) {
  HitsByPlace hits;
  for (const ReviewHit& hit : review.hits) hits.emplace(std::pair(hit.line.source, hit.line.range), &hit);
  return hits;
}

}  // namespace

std::size_t FamilyReview::kept() const { return count_decided(hits, false); }
std::size_t FamilyReview::left_out() const { return count_decided(hits, true); }

FamilyReview review_of(Project& project, const Filter& filter, const std::string& label,
                       std::size_t window) {
  FamilyReview review;
  review.family = find_family(term_families(project), label);
  detail::KwicPlaces places(project);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  std::vector<KwicLine> lines;
  analysis::kwic(*corpus, counted_family(review.family), window,
                 [&](const KwicLine& line) { lines.push_back(line); });
  for (KwicLine& line : lines) {
    const model::Segment place = places.of(line);
    review.hits.push_back({std::move(line), place, {}, {}, {}});
  }
  add_decisions(project, review);
  return review;
}

void decide(Project& project, const model::StoredFamily& family, const ReviewHit& hit,
            std::optional<bool> left_out, const std::string& reason, const std::string& coder) {
  Edit edit(project, "terms review");
  write_decision(project, edit, family.id, hit.place, left_out, reason, coder);
  edit.commit(fmt::format("{}: {} {}:{} {}", family.name, hit.line.source,
                          hit.line.range.begin.value, hit.line.range.end.value,
                          left_out ? model::decision_word(*left_out) : "undecided"));
}

std::size_t import_decisions(Project& project, const std::string& label, const std::string& path) {
  const auto rows = exchange::read_decisions(path, read_file(path));
  Edit edit(project, "terms review");
  Filter everybody;
  everybody.speech = model::Speech::all;
  const FamilyReview review = review_of(project, everybody, label, 0);
  const HitsByPlace hits = by_place(review);
  std::map<const ReviewHit*, std::size_t> lines;
  std::size_t changed = 0;
  for (const exchange::DecisionRow& row : rows) {
    const auto found = hits.find({row.source, row.range});
    if (found == hits.end()) {
      throw InputError(path, row.line,
                       fmt::format("{} {}:{} is no hit of \"{}\"; export the hits anew", row.source,
                                   row.range.begin.value, row.range.end.value,
                                   review.family.name));
    }
    const ReviewHit& hit = *found->second;
    const auto [first, is_new] = lines.emplace(&hit, row.line);
    if (!is_new) {
      throw InputError(path, row.line,
                       fmt::format("{} {}:{} is already on line {}; keep one of the rows", row.source,
                                   row.range.begin.value, row.range.end.value, first->second));
    }
    if (hit.left_out == row.left_out && hit.reason == row.reason) continue;
    ++changed;
    write_decision(project, edit, review.family.id, hit.place, row.left_out, row.reason);
  }
  edit.commit(fmt::format("{}: {} decided in {}", review.family.name, text::plural(changed, "hit"),
                          std::filesystem::path(path).filename().string()));
  return changed;
}

}  // namespace themata::study
