#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// What became of one name. A part of a name has an entry of its own if it was found.
struct NameReplaced {
  std::string real;
  std::string pseudonym;                                     ///< empty if it is left as it is
  std::string why;                                           ///< then: why
  std::vector<std::pair<std::string, std::size_t>> sources;  ///< how often in which texts
  std::size_t elsewhere = 0;                                 ///< in names, labels and notes
  std::size_t kept = 0;  ///< left in the texts: in small letters, where it is a word as well

  [[nodiscard]] std::size_t in_texts() const;
};

/// A coding that began or ended inside a name, and now takes in the whole pseudonym.
struct ExtendedCoding {
  std::int64_t id = 0;
  std::string source;
  std::string code;
  std::string excerpt;
};

/// A word that may be a name: capitalised in the middle of a sentence, and never in small letters.
struct LeftoverName {
  std::string word;
  std::size_t count = 0;  ///< with a capital, anywhere
  std::string source;     ///< where it is first
  std::string line;       ///< the words around it there
};

struct PseudonymiseRequest {
  std::string map;                   ///< a CSV file, see `exchange::read_name_map`
  std::vector<std::string> sources;  ///< whose texts; none: all
  bool dry_run = false;
};

/// What was done, or on a dry run would be; names of sources and codes as they are afterwards.
struct PseudonymiseReport {
  std::vector<NameReplaced> names;  ///< of the map, in its order, then parts of names
  std::vector<std::pair<std::string, std::size_t>> sources;  ///< names replaced in each text
  std::vector<std::pair<std::string, std::size_t>> places;   ///< and in names, labels and notes
  /// By place outside of the texts, how often a name was left: in small letters, where it is a word
  /// as well, or with no pseudonym.
  std::vector<std::pair<std::string, std::size_t>> kept_places;
  std::vector<std::string> without_original;  ///< sources whose file's own bytes were let go
  std::vector<ExtendedCoding> extended;
  std::size_t joined = 0;  ///< codings that became the same as another
  std::vector<LeftoverName> leftovers;
  std::vector<std::string> warnings;  ///< sentences for the person
  std::vector<std::string> backups;   ///< that were removed
};

/// Puts pseudonyms in the place of real names: in texts, and in names, labels, details, memos,
/// descriptions and the log. Codings, turns and decisions move along exactly. Nothing of what was
/// there before stays in the study's file, so no earlier command can be undone. Names of coders
/// stay. Throws `InputError` for a map that is wrong, `Conflict` if two participants, sources or
/// codes would bear one name.
PseudonymiseReport pseudonymise(Project& project, const PseudonymiseRequest& request);

}  // namespace themata::study
