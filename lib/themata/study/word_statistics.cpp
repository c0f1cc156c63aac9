#include "themata/study/word_statistics.hpp"

#include <array>
#include <utility>

#include "themata/exchange/stop_list.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/detail/grouping_meant.hpp"
#include "themata/study/files.hpp"
#include "themata/study/meant_terms.hpp"

namespace themata::study {

namespace {

using By = Grouping::By;

analysis::WordTermOptions terms_of(const WordChoice& choice) {
  analysis::WordTermOptions options;
  options.by_stem = choice.by_stem;
  for (const std::string& list : choice.stop) {
    if (list == "auto") {
      options.without_function_words = true;
    } else if (list == "fillers") {
      options.without_fillers = true;
    } else {
      for (std::string& word : exchange::read_stop_list(list, read_file(list))) {
        options.stop_words.push_back(std::move(word));
      }
    }
  }
  return options;
}

std::vector<model::TermFamily> families_of(Project& project, const DispersionRequest& request) {
  if (request.terms) return terms_meant(project, *request.terms).families;
  std::vector<model::TermFamily> families;
  for (const std::string& pattern : request.patterns) {
    families.push_back({pattern, {exchange::parse_term_pattern(pattern)}});
  }
  return families;
}

}  // namespace

std::optional<Grouping> parse_grouping(std::string_view word) {
  constexpr std::string_view attribute = "attribute:";
  if (word.starts_with(attribute)) {
    word.remove_prefix(attribute.size());
    if (word.empty()) return std::nullopt;
    return Grouping{By::attribute, std::string(word)};
  }
  struct Word {
    std::string_view singular;
    std::string_view plural;
    By by;
  };
  constexpr std::array words{Word{"participant", "participants", By::participant},
                             Word{"source", "sources", By::source},
                             Word{"occasion", "occasions", By::occasion},
                             Word{"turn", "turns", By::turn}, Word{"study", "study", By::study}};
  for (const Word& known : words) {
    if (word == known.singular || word == known.plural) return Grouping{known.by, {}};
  }
  return std::nullopt;
}

GroupedTable count_words(Project& project, const Filter& filter, const CountRequest& request) {
  const analysis::RowOptions options{terms_of(request.words), request.ngram, request.top};
  const Grouping by = detail::grouping_meant(project, request.by);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::grouped_word_table(*corpus, options, by);
}

GroupedTable count_families(Project& project, const Filter& filter,
                            const std::vector<model::TermFamily>& families, const Grouping& by) {
  const Grouping grouping = detail::grouping_meant(project, by);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::grouped_term_table(*corpus, families, grouping);
}

DispersionTable dispersion(Project& project, const Filter& filter,
                           const DispersionRequest& request) {
  if (!request.terms && request.patterns.empty()) {
    return analysis::dispersion_table(
        count_words(project, filter, {request.words, 1, request.top, request.parts}));
  }
  const auto families = families_of(project, request);
  const Grouping parts = detail::grouping_meant(project, request.parts);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::dispersion_table(analysis::grouped_term_table(*corpus, families, parts));
}

KeynessTable keyness(Project& project, const Filter& part, const std::optional<Filter>& against,
                     const WordChoice& words) {
  const analysis::WordTermOptions options = terms_of(words);
  const model::Selection selected = select(project, part);
  std::optional<model::Selection> other;
  if (against) other = select(project, *against);
  const auto corpus = store::open_corpus(project.database(), {});
  return analysis::keyness_table(*corpus, selected, other, options);
}

std::vector<Collocate> collocates(Project& project, const Filter& filter,
                                  const std::string& pattern, std::size_t window,
                                  const WordChoice& words) {
  const model::TermFamily node{pattern, {exchange::parse_term_pattern(pattern)}};
  const analysis::CollocateOptions options{window, terms_of(words)};
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::collocates(*corpus, node, options);
}

std::vector<DiversityRow> diversity(Project& project, const Filter& filter, const Grouping& by,
                                    std::size_t window) {
  const Grouping grouping = detail::grouping_meant(project, by);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::diversity_table(*corpus, grouping, window);
}

}  // namespace themata::study
