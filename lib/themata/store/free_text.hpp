#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/model/id.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// Is handed a text that people wrote, and where it stands ("memos", "names of codes", ...: words
/// for a message); what it gives back takes the text's place.
using TextRewriter =
    std::function<std::optional<std::string>(std::string_view place, const std::string& text)>;

/// Where the summaries of the history stand.
inline constexpr std::string_view history_place = "history";

/// Hands `rewriter` every text of the study outside of its transcripts: names, labels, details,
/// descriptions, notes, names of files, the history's summaries. The names of coders are not among
/// them. With `sources`, what belongs to a source is left out unless it belongs to one of these; a
/// rule for a bracket that another source has stays beside the rewritten one.
void rewrite_free_text(Database& database,
                       const std::optional<std::vector<model::SourceId>>& sources,
                       const TextRewriter& rewriter);

/// The columns that are handed out, as (table, column). (For tests: a column of text that is not
/// among them must be one that nobody writes names into.)
std::vector<std::pair<std::string, std::string>> free_text_columns();

}  // namespace themata::store
