#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/model/id.hpp"
#include "themata/store/database.hpp"
#include "themata/store/sources.hpp"
#include "themata/text/offsets.hpp"

namespace themata::store {

/// Where a coding is in its source's new text.
struct MovedCoding {
  /// Why to look at it again.
  struct Flag {
    std::string excerpt;  ///< the words that it was on
    std::string reason;
  };
  model::CodingId coding;
  text::TextRange range;     ///< in the new text
  std::optional<Flag> flag;  ///< none: a flag that it has stays as it is
};

/// Where a decision on a hit is in its source's new text.
struct MovedDecision {
  model::TermFamilyId family;
  text::TextRange before;
  text::TextRange range;  ///< in the new text
};

/// Puts another text in the place of a source's. Text, file (its bytes, name and encoding),
/// convention, turns, asides, speakers and details of `reading` take the place of the source's;
/// `reading.imported` is the time of the reading and of new flags. Its other members are not looked
/// at: guid, name, kind, occasion, language and place of the source stay, and the memos on it and
/// on its codings. Codings keep their ids, coders and times; their ranges become those in
/// `codings`, which must have each of the source's once. Decisions keep what was decided, by whom
/// and when; of two in the same new place the first one stays, and one that `decisions` does not
/// have is removed.
///
/// The old text and file stay in the study, so that the history can take the change back (its
/// changeset holds the small rows only). Belongs inside a `Change`, and writes nothing before it
/// has checked what it is given: throws `NotFound` if there is no such source, and
/// `std::invalid_argument` if a coding of it is missing, comes twice or is another's, if a decision
/// is none of it, or if a range is empty, past the end of the new text or cuts a code point. Throws
/// `StoreError` as `add_source` does.
void revise_source(Database& database, model::SourceId id, const NewSource& reading,
                   const std::vector<MovedCoding>& codings,
                   const std::vector<MovedDecision>& decisions);

}  // namespace themata::store
