#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/store/rewrite.hpp"
#include "themata/study/detail/pseudonyms.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Told of each name found: which, and whether it was replaced.
using NameNote = std::function<void(std::size_t name, bool replaced)>;

/// A name in a text.
struct NamePlace {
  std::size_t name = 0;
  text::TextRange range;
  bool replaced = false;  ///< by `replace_names`
};

/// Where the text of a source holds names, and which of them would be replaced.
std::vector<NamePlace> places_of_names(Project& project, const model::Source& source,
                                       std::string_view text, Pseudonyms& pseudonyms);

/// Replaces names in the text of a source, and lets its file's own bytes go if a name was replaced.
/// Labels of turns are names in small letters too.
store::RewrittenCodings replace_names(Project& project, const model::Source& source,
                                      Pseudonyms& pseudonyms, const NameNote& note);

/// Replaces names everywhere outside of the texts (see `store::rewrite_free_text`). `note` is told
/// the place besides. Names of sources, files, participants and speakers are names in small letters
/// too, also where the history has them as they were, and names are found in "InterviewJoanne"
/// there.
void replace_names_elsewhere(
    Project& project, const std::optional<std::vector<model::SourceId>>& sources,
    Pseudonyms& pseudonyms,
    const std::function<void(std::string_view place, std::size_t name, bool replaced)>& note);

/// Tells `note` the same without replacing anything; `replaced` is whether it would be.
void find_names_elsewhere(
    Project& project, Pseudonyms& pseudonyms,
    const std::function<void(std::string_view place, std::size_t name, bool replaced)>& note);

/// True if the range of a summary in the history is the whole name of something there, by what
/// commands write before and behind names: "NAME is now ...", "CODE on NAME", "NAME: age=40".
bool stands_as_a_name(std::string_view summary, text::TextRange range);

/// What sources, codes and participants are called, each kind in a fixed order.
struct NamesInUse {
  std::vector<std::pair<std::int64_t, std::string>> sources, codes, participants;
  explicit NamesInUse(Project& project);
};

/// Throws `Conflict` if two of a kind bear one name now that differed before.
void refuse_shared_names(const NamesInUse& before, const NamesInUse& now);

}  // namespace themata::study::detail
