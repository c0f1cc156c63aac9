#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace themata::analysis {

/// What a quotation as it is to be printed has and its excerpt has not: the first of its words that
/// do not follow there, from the place where they differ; nothing if all do. `[...]` and `[…]`
/// stand for words that are left out, other brackets for words put in, or in the place of others;
/// all else must be the excerpt's words, in its order and without a gap. The quotation may begin
/// after the excerpt does, and end before. White space, kinds of quotes, dashes and ellipses are
/// equal to their kind. A pause (`...`) is a word like others: it stands only where the excerpt has
/// it.
std::optional<std::string> words_not_said(std::string_view excerpt, std::string_view wording);

/// The words of a quotation: what is neither left out nor put in by an editor (Unicode words).
std::size_t quoted_words(std::string_view wording);

}  // namespace themata::analysis
