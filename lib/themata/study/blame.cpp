#include "themata/study/blame.hpp"

#include <unordered_map>

#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/detail/segment_finder.hpp"

namespace themata::study {

void list_blame(Project& project, const model::Source& source,
                const std::function<void(const BlameLine&)>& sink) {
  const detail::SegmentFinder finder(store::load_source(project.database(), source.id));
  const model::SourceData& data = finder.source();
  const model::Codebook book = store::codebook(project.database());
  const auto origins = store::coding_origins(project.database(), source.id);
  std::unordered_map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  for (const model::Coding& coding : data.codings) {
    const text::TextRange range = coding.segment.range;
    const auto [first, last] = data.turns_in(range);
    const store::CodingOrigin& origin = origins.at(coding.id);
    sink({coding.id, first == last ? 0 : data.turns[first].number, finder.code_points(range),
          book.code(coding.code).name, coders.at(coding.coder), origin.created, origin.rule,
          std::string(text::slice(data.text, range))});
  }
}

}  // namespace themata::study
