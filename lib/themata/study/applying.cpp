#include "themata/study/applying.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/detail/kwic_places.hpp"
#include "themata/study/detail/segment_finder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

text::TextRange segment_of(const detail::SegmentFinder& finder, const ApplyRequest& request) {
  if (request.quote) return finder.by_quote(*request.quote, request.nth);
  if (request.turns) return finder.by_turns(request.turns->first, request.turns->second);
  if (!request.range) throw InputError("say which text: a quote, a range or turns");
  const text::TextRange range = finder.by_range(*request.range);
  finder.refuse_cut_graphemes(range);
  return range;
}

/// The code that is meant; with `create`, made if no code has that very name (apart from case and
/// quotes).
model::Code code_to_apply(Project& project, const std::string& name, bool create) {
  if (create) {
    const model::CodeId id = detail::CodebookBuilder(project, true).code(name);
    const model::Code code = codebook(project).code(id);
    refuse_retired(code);
    return code;
  }
  try {
    const model::Codebook book = codebook(project);
    const model::Code& code = find_code(book, name);
    refuse_retired(code);
    return code;
  } catch (const NotFound& error) {
    throw NotFound(std::string(error.what()) + "; --create makes it", error.nearest());
  }
}

}  // namespace

Applied apply_code(Project& project, const ApplyRequest& request) {
  Edit edit(project, "apply");
  const model::Source source = find_source(project, request.source);
  const model::Code code = code_to_apply(project, request.code, request.create);
  const detail::SegmentFinder finder(store::load_source(project.database(), source.id));
  const text::TextRange range = segment_of(finder, request);
  const store::StoredCoding stored = store::add_codings(project.database(), {{project.new_guid(),
                                                                              {source.id, range},
                                                                              code.id,
                                                                              edit.coder(),
                                                                              project.now(),
                                                                              request.memo,
                                                                              project.new_guid()}})
                                         .front();
  const text::CodePointRange at = finder.code_points(range);
  edit.commit(fmt::format("{} to {} {}:{}", code.name, source.name, at.begin.value, at.end.value));
  return {stored.id,   stored.added, code.name,
          source.name, at,           std::string(text::slice(finder.source().text, range))};
}

AppliedToHits apply_to_hits(Project& project, const Filter& filter, const std::string& pattern,
                            const std::string& name, bool create) {
  Edit edit(project, "kwic");
  detail::KwicPlaces places(project);
  std::vector<model::Segment> hits;
  kwic(project, filter, pattern, 0, [&](const KwicLine& line) { hits.push_back(places.of(line)); });
  if (hits.empty()) throw NotFound(fmt::format("{} is not said, so nothing was coded", pattern), {});
  const model::Code code = code_to_apply(project, name, create);
  std::vector<store::NewCoding> codings;
  for (const model::Segment& hit : hits) {
    codings.push_back(
        {project.new_guid(), hit, code.id, edit.coder(), project.now(), "", project.new_guid()});
  }
  AppliedToHits applied{code.name, hits.size(), 0};
  for (const store::StoredCoding& stored : store::add_codings(project.database(), codings)) {
    applied.added += stored.added ? 1 : 0;
  }
  edit.commit(fmt::format("{} to {} of {}", code.name, text::plural(applied.added, "hit"), pattern));
  return applied;
}

void unapply(Project& project, const std::vector<std::int64_t>& ids) {
  Edit edit(project, "unapply");
  std::vector<model::CodingId> wanted;
  for (const std::int64_t id : ids) wanted.emplace_back(id);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  const std::vector<model::Coding> found = store::codings(project.database(), wanted);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i < found.size() && found[i].id == wanted[i]) continue;
    throw NotFound(fmt::format("there is no coding {}; see the column id of \"themata excerpts\"",
                               wanted[i].value));
  }
  store::remove_codings(project.database(), wanted);
  edit.commit(text::plural(wanted.size(), "coding"));
}

}  // namespace themata::study
