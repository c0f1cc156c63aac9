#pragma once

#include <cstddef>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/store/database.hpp"
#include "themata/store/sources.hpp"
#include "themata/text/edits.hpp"

namespace themata::store {

/// What a source's text was recognised as: speakers, turns and asides alone are filled in. Brackets
/// are as the rules of the import took them, whatever the study has said of them since.
NewSource stored_reading(Database& database, model::SourceId id);

/// What became of a source's codings.
struct RewrittenCodings {
  /// Those that began or ended inside an edit, or with what was cut out. They are without the white
  /// space that is at their ends now, and without the label that follows what was cut out.
  std::vector<model::CodingId> touched;
  std::size_t removed = 0;  ///< nothing was left of them
  std::size_t joined = 0;   ///< became the same as another: same place, code and coder
};

/// Puts the text of `reading` in the place of the source's, with its speakers, turns and asides.
/// `edits` say where everything of the old text is in it, and codings and decisions on hits go
/// there; what was cut out takes its codings along, with the memos on them. The file's own bytes
/// are let go (see `has_original`); its name, details and convention stay. The old text stays in
/// the study until a purge.
RewrittenCodings rewrite_source(Database& database, model::SourceId id, NewSource reading,
                                const text::Edits& edits);

/// Lets the file's bytes go that were kept beside the text; false if there were none.
bool drop_original(Database& database, model::SourceId id);
/// False if the file's bytes were let go, because they held what the study must not.
bool has_original(Database& database, model::SourceId id);

}  // namespace themata::store
