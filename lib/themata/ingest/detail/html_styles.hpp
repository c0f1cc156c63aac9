#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "themata/ingest/detail/html_tokens.hpp"

namespace themata::ingest::detail {

/// What the styles of a page say of weight, as far as transcripts need it: rules for a class alone
/// (`.c3 { font-weight: 700 }`, as Google Docs writes them), `style` attributes, and classes that
/// are named for speakers.
class HtmlStyles {
 public:
  /// Reads the content of a `<style>` element.
  void add_sheet(std::string_view css);

  /// Whether an element makes its text bold, or takes that off; nothing if it does neither.
  [[nodiscard]] std::optional<bool> is_strong(const HtmlToken& element) const;

 private:
  std::set<std::string, std::less<>> strong_;  ///< names of classes
};

/// True if the page does not show an element in its text: `hidden`, `display: none`, Word's
/// `mso-hide: all` and its lists of comments.
bool is_hidden(const HtmlToken& element);

}  // namespace themata::ingest::detail
