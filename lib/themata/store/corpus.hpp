#pragma once

#include <memory>

#include "themata/model/corpus.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// What an analysis needs of each source, so that nothing is read in vain.
struct CorpusParts {
  bool texts = true;
  bool codings = true;
};

/// A view of the study for analysis. Each `next` reads one source and leaves no lock behind; if
/// another program changes the study in between, the following call throws `StoreError` ("changed
/// while it was read; run the command again") rather than mix two states. The database must
/// outlive the corpus.
std::unique_ptr<model::Corpus> open_corpus(Database& database, model::Selection selection,
                                           CorpusParts parts = {});

/// One source with everything, for `read` and `apply`.
model::SourceData load_source(Database& database, model::SourceId id);

}  // namespace themata::store
