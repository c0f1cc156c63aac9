#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/analysis/term_matcher.hpp"
#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// By what the words of a study are told apart.
struct Grouping {
  enum class By { study, participant, source, occasion, attribute, detail, turn };
  By by = By::study;      ///< the study: all in one group
  std::string attribute;  ///< its name in the study, or the key of a detail; for these two alone
  bool operator==(const Grouping&) const = default;
};

/// Says which group the words and hits of one source after the other belong to. Groups have
/// numbers; at the end `order` says which numbers are groups, and in which order.
class GroupFinder {
 public:
  /// The corpus must outlive the finder.
  GroupFinder(Grouping grouping, const model::Corpus& corpus);

  /// The next source in the corpus' order; it must stay until the one after.
  void open(const model::SourceData& source);
  /// The group of what is said in a turn.
  std::size_t of_turn(std::size_t turn);
  /// The groups of a hit; more than one only for an excerpt in which several people speak.
  std::vector<std::size_t> of_hit(const TermHit& hit);

  /// The group of the source that is open; of a participant; of nobody.
  std::size_t of_source() { return mark(here_); }
  std::size_t of_participant(model::ParticipantId who) { return mark(people_.at(who)); }
  std::size_t of_nobody() { return mark(nowhere); }

  struct Group {
    std::size_t number = 0;
    std::string name;  ///< of a turn: empty
  };
  /// In the study's order: the participants who speak in the sources and are counted, or the values
  /// of their attribute; the sources; the occasions, or the values of the sources' detail, as they
  /// come; the turns asked for. Last, if something was
  /// asked for that belongs to none of them, "(no participant)", "(no occasion)", "(no gender)".
  [[nodiscard]] std::vector<Group> order() const;

 private:
  static constexpr std::size_t nowhere = 0;  // the number of what belongs to no group

  std::size_t number_of(std::string_view name);
  std::size_t of_speaker(const model::Speaker& speaker) const;
  void name_people();
  std::size_t mark(std::size_t number);

  Grouping grouping_;
  const model::Corpus& corpus_;
  const model::SourceData* source_ = nullptr;
  std::vector<std::string> names_;                        // of each number
  std::vector<bool> exists_;                              // of each number
  std::unordered_map<std::string, std::size_t> numbers_;  // of occasions, of attribute's values
  std::unordered_map<model::ParticipantId, std::size_t> people_;
  std::vector<std::size_t> speakers_;  // the group of each of the source's speakers
  std::size_t here_ = 0;               // the group of the source; of its first turn
};

}  // namespace themata::analysis
