#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/detail/label_census.hpp"
#include "themata/ingest/transcript.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// A look-alike: begins lines as a label does, and was left as speech.
struct LookAlike {
  Convention convention = Convention::none;
  std::string key;
  std::string_view spelling;
  std::size_t first_line = 0;  ///< below the first turn's beginning
  std::size_t lines = 0;       ///< there; 0 if it stands above it only
};

/// Who speaks where, by the rules of `docs/cli.md`.
struct LabelChoice {
  LabelCensus census;                  ///< of the convention chosen; its accepted lines alone
  text::ByteOffset text_begin;         ///< without labels: where the text begins, below its head
  std::vector<LookAlike> look_alikes;  ///< of all conventions
};

/// `known_speakers` are sorted name keys.
LabelChoice choose_labels(const LabelText& text, const std::vector<std::string>& known_speakers);

}  // namespace themata::ingest::detail
