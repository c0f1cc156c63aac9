#include "themata/study/detail/name_rewriting.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/free_text.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/rewriting.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

/// True for ranges inside the label of one of the turns. Asked in order.
class InLabels {
 public:
  explicit InLabels(const std::vector<model::Turn>& turns) {
    for (const model::Turn& turn : turns) {
      if (!turn.label.empty()) labels_.push_back(turn.label);
    }
  }
  bool operator()(text::TextRange range) const {
    const auto label =
        std::partition_point(labels_.begin(), labels_.end(),
                             [&](text::TextRange before) { return before.end <= range.begin; });
    return label != labels_.end() && label->contains(range);
  }

 private:
  std::vector<text::TextRange> labels_;
};

bool holds_names_alone(std::string_view place) {
  return place == "names of sources" || place == "names of files" ||
         place == "names of participants" || place == "labels of speakers";
}

using PlaceNote = std::function<void(std::string_view place, std::size_t name, bool replaced)>;

/// Texts outside of the sources' texts, with what names alone said before anything was replaced:
/// where the history has one of these, it has a name.
class Elsewhere {
 public:
  Elsewhere(Project& project, Pseudonyms& pseudonyms, const PlaceNote& note)
      : pseudonyms_(pseudonyms), note_(note), names_before_(names_alone(project)) {}

  text::Edits edits(std::string_view place, std::string_view text) {
    const bool alone = holds_names_alone(place);
    const bool history = place == store::history_place;
    if (history) in_names_ = names_before_.find(text);
    // "week 3" is no person
    const bool numbers_too = place != "names of sources" && place != "names of files";
    return pseudonyms_.edits(
        text, [&](text::TextRange range) { return alone || (history && is_in_name(range)); },
        [&](std::size_t name, text::TextRange, bool replaced) { note_(place, name, replaced); },
        {numbers_too, alone || history});
  }

 private:
  static std::vector<std::string> names_alone(Project& project) {
    std::vector<std::string> names;
    store::rewrite_free_text(project.database(), std::nullopt,
                             [&](std::string_view place, const std::string& text) {
                               if (holds_names_alone(place)) names.push_back(text);
                               return std::optional<std::string>();
                             });
    return names;
  }

  [[nodiscard]] bool is_in_name(text::TextRange range) const {
    const auto name = std::partition_point(
        in_names_.begin(), in_names_.end(),
        [&](const text::NameFinder::Hit& before) { return before.range.end <= range.begin; });
    return name != in_names_.end() && name->range.contains(range);
  }

  Pseudonyms& pseudonyms_;
  const PlaceNote& note_;
  text::NameFinder names_before_;
  std::vector<text::NameFinder::Hit> in_names_;  // of the row at hand
};

using Named = std::vector<std::pair<std::int64_t, std::string>>;

void refuse_shared(const std::string& noun, const Named& before, const Named& now) {
  std::unordered_map<std::string, std::size_t> by_key;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto [first, is_new] = by_key.emplace(text::name_key(now[i].second), i);
    if (is_new) continue;
    const auto old_name = [&](std::size_t which) {
      const auto found = std::find_if(before.begin(), before.end(), [&](const auto& named) {
        return named.first == now[which].first;
      });
      return found == before.end() ? now[which].second : found->second;
    };
    throw Conflict(fmt::format(
        "the {}s \"{}\" and \"{}\" would both be called \"{}\"; nothing was changed; give one of "
        "them another pseudonym in the map, or another name",
        noun, old_name(first->second), old_name(i), now[i].second));
  }
}

}  // namespace

std::vector<NamePlace> places_of_names(Project& project, const model::Source& source,
                                       std::string_view text, Pseudonyms& pseudonyms) {
  std::vector<NamePlace> places;
  const InLabels in_label(store::stored_reading(project.database(), source.id).turns);
  pseudonyms.edits(text, in_label, [&](std::size_t name, text::TextRange range, bool replaced) {
    places.push_back({name, range, replaced});
  });
  return places;
}

store::RewrittenCodings replace_names(Project& project, const model::Source& source,
                                      Pseudonyms& pseudonyms, const NameNote& note) {
  SourceRewriting rewriting;
  rewriting.source = source.id;
  rewriting.text = store::source_text(project.database(), source.id);
  const InLabels in_label(store::stored_reading(project.database(), source.id).turns);
  rewriting.edits = pseudonyms.edits(
      rewriting.text, in_label,
      [&](std::size_t name, text::TextRange, bool replaced) { note(name, replaced); });
  if (rewriting.edits.empty()) return {};
  return rewrite(project, rewriting);
}

void replace_names_elsewhere(
    Project& project, const std::optional<std::vector<model::SourceId>>& sources,
    Pseudonyms& pseudonyms,
    const std::function<void(std::string_view place, std::size_t name, bool replaced)>& note) {
  Elsewhere elsewhere(project, pseudonyms, note);
  store::rewrite_free_text(
      project.database(), sources,
      [&](std::string_view place, const std::string& text) -> std::optional<std::string> {
        const text::Edits edits = elsewhere.edits(place, text);
        if (edits.empty()) return std::nullopt;
        return edits.apply(text);
      });
}

void find_names_elsewhere(
    Project& project, Pseudonyms& pseudonyms,
    const std::function<void(std::string_view place, std::size_t name, bool replaced)>& note) {
  Elsewhere elsewhere(project, pseudonyms, note);
  store::rewrite_free_text(
      project.database(), std::nullopt,
      [&](std::string_view place, const std::string& text) -> std::optional<std::string> {
        elsewhere.edits(place, text);
        return std::nullopt;
      });
}

bool stands_as_a_name(std::string_view summary, text::TextRange range) {
  const std::string_view before = summary.substr(0, range.begin.value);
  const std::string_view behind = summary.substr(range.end.value);
  constexpr std::array<std::string_view, 8> ahead = {
      " is now ", " into ", " on ", " to ", ", ", "source: ", ": participant ", " of "};
  const bool begins = before.empty() ||
                      std::any_of(ahead.begin(), ahead.end(),
                                  [&](std::string_view words) { return before.ends_with(words); });
  if (!begins) return false;
  constexpr std::array<std::string_view, 7> after = {":",      ", ",        " is now ", " into ",
                                                     " with ", " with no ", " in "};
  if (behind.empty()) return true;
  if (std::any_of(after.begin(), after.end(),
                  [&](std::string_view words) { return behind.starts_with(words); })) {
    return true;
  }
  // "CODE to SOURCE 12:34"
  const std::size_t digits = behind.find_first_not_of("0123456789", 1);
  return behind[0] == ' ' && digits != 1 && digits < behind.size() && behind[digits] == ':';
}

NamesInUse::NamesInUse(Project& project) {
  for (const auto& source : store::sources(project.database())) {
    sources.emplace_back(source.id.value, source.name);
  }
  const model::Codebook codebook = store::codebook(project.database());
  for (const auto& code : codebook.codes()) {
    codes.emplace_back(code.id.value, code.name);
  }
  for (const auto& who : store::participants(project.database())) {
    participants.emplace_back(who.id.value, who.name);
  }
}

void refuse_shared_names(const NamesInUse& before, const NamesInUse& now) {
  refuse_shared("participant", before.participants, now.participants);
  refuse_shared("source", before.sources, now.sources);
  refuse_shared("code", before.codes, now.codes);
}

}  // namespace themata::study::detail
