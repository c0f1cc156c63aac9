#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/exchange/name_map_csv.hpp"
#include "themata/text/edits.hpp"
#include "themata/text/names_in_text.hpp"

namespace themata::study::detail {

/// A name that is looked for, and what becomes of it.
struct MappedName {
  enum class Kind {
    row,       ///< a row of the map
    part,      ///< a word of a row's name, for the same word of its pseudonym
    unmapped,  ///< a word of rows' names that is looked for and left: no word is there for it
    other,     ///< somebody else's name, none of whose words is one of the names looked for
  };
  Kind kind = Kind::row;
  std::string real;       ///< as the map writes it
  std::string pseudonym;  ///< empty if unmapped
  std::string why;        ///< if unmapped: why, for a person
  /// Other ways in which the map writes it, each with its pseudonym.
  std::vector<exchange::NameMapRow> others = {};
  std::size_t capital = 0;  ///< how often it is in the texts with a capital letter
  std::size_t lower = 0;    ///< and how often all in small letters
  bool lower_too = true;    ///< small letters mean the name as well
  bool sure_only = false;   ///< "P2", "3": it is left wherever it is not surely the name
};

/// Real names and their pseudonyms: what of a text is replaced, and by what.
///
/// A name is replaced as it is written in the map, and with a capital letter, always; JOANNE
/// becomes ANNA. All in small letters it is replaced (by small letters) unless it is a word as
/// well: one of a list, or one that the texts have more often so than with a capital.
class Pseudonyms {
 public:
  /// Throws `InputError` with the file and line for a name with two pseudonyms, a pseudonym that
  /// holds a real name, or that is the name itself.
  Pseudonyms(const std::string& file, const std::vector<exchange::NameMapRow>& rows,
             const std::string& language);
  /// `text` for each of the `names` of one person, and for the words of these alone, in capital or
  /// small letters. Names that are numbers or labels of anybody ("P2") are left where they are not
  /// surely names. The names of `others` are theirs, and a word that is a part of one is left too.
  Pseudonyms(const std::vector<std::string>& names, const std::vector<std::string>& others,
             const std::string& text, const std::string& language);

  /// Counts how the names are written; for every text, before the first is edited.
  void look_at(std::string_view text);
  /// Decides what small letters mean.
  void decide();

  /// What may be a name in a text besides.
  struct Where {
    bool numbers_too = true;  ///< numbers and labels of anybody may be surely names
    bool joined = false;      ///< "Joanne" of "InterviewJoanne" is a name
  };

  /// What is to be done to a text. `surely_a_name(range)` is true where small letters mean the name
  /// whatever else they mean. Calls `note(index of the name, range, replaced)` for each name found.
  template <class Sure, class Note>
  text::Edits edits(std::string_view text, Sure&& surely_a_name, Note&& note, Where where = {}) {
    std::vector<text::Edit> found;
    for (const text::NameFinder::Hit& hit : hits(text, where)) {
      if (names_[hit.name].kind == MappedName::Kind::other) continue;
      const bool sure =
          surely_a_name(hit.range) && (where.numbers_too || !names_[hit.name].sure_only);
      std::optional<std::string> with = replacement(hit.name, text::slice(text, hit.range), sure);
      note(hit.name, hit.range, with.has_value());
      if (with) found.push_back({hit.range, std::move(*with)});
    }
    return text::Edits(std::move(found));
  }

  [[nodiscard]] const std::vector<MappedName>& names() const { return names_; }

 private:
  std::vector<text::NameFinder::Hit> hits(std::string_view text, Where where);
  void add_row(const std::string& file, const exchange::NameMapRow& row);
  void add_parts(const exchange::NameMapRow& row);
  void add_part(const std::string& part, const std::string& pseudonym, const std::string& why,
                const std::string& whole);
  void add_parts_of(const std::string& name, const std::string& text);
  void leave_to_others(const std::vector<std::string>& others);
  void check_pseudonyms(const std::string& file, const std::vector<exchange::NameMapRow>& rows);
  [[nodiscard]] std::optional<std::string> replacement(std::size_t name, std::string_view written,
                                                       bool surely_a_name) const;

  std::vector<MappedName> names_;
  std::unordered_map<std::string, std::size_t> by_key_;
  text::NameFinder finder_;
  text::WordSegmenter segmenter_;
  std::string language_;
  bool verbatim_ = false;
};

}  // namespace themata::study::detail
