#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/html_styles.hpp"
#include "themata/ingest/detail/html_tokens.hpp"

namespace themata::ingest::detail {

/// Reads an HTML page into a document as it comes, without a tree of it, so that neither depth nor
/// missing end tags cost more than their bytes. Within what is nested deeper than 10,000 elements
/// bold is not seen; all text is.
class HtmlReader {
 public:
  /// `html` is UTF-8.
  explicit HtmlReader(std::string_view html);
  Document read();

 private:
  struct Open {
    std::string name;
    bool strong = false;
  };

  void take(const HtmlToken& token);
  void take_text(std::string_view text);
  void take_raw_text(std::string_view text);
  void begin(const HtmlToken& token);
  void end(const std::string& name);
  bool skips(const HtmlToken& token);
  bool skips_on(const HtmlToken& token);
  [[nodiscard]] bool ends_skip(const HtmlToken& token) const;
  [[nodiscard]] bool begin_ends_skip(const std::string& name) const;
  [[nodiscard]] std::size_t skipped_open(const std::string& name) const;
  void begin_table_part(const std::string& name);
  void begin_list_part(const std::string& name);
  void break_line();
  void end_paragraph();
  void push(const HtmlToken& token);
  void pop(const std::string& name);
  void pop_within(std::initializer_list<std::string_view> names, std::string_view barrier);
  [[nodiscard]] std::string open_within(std::initializer_list<std::string_view> names,
                                        std::initializer_list<std::string_view> barriers) const;
  [[nodiscard]] bool strong() const { return !open_.empty() && open_.back().strong; }
  void report();

  HtmlTokenizer tokens_;
  bool is_xml_;
  DocumentBuilder builder_;
  HtmlStyles styles_;
  std::vector<Open> open_;
  std::unordered_map<std::string, std::size_t> counts_;  ///< of open elements
  std::string raw_;  ///< the element whose text is not the page's: style, script, title
  std::string title_;
  std::string skipped_;  ///< the element whose content is left out
  std::unordered_map<std::string, std::size_t> skip_counts_;  ///< of open elements, it and in it
  std::size_t pre_ = 0;                                       ///< open `<pre>`
  bool after_space_ = true;
  bool after_break_ = false;
  bool in_definition_ = false;  ///< the present row of a `<dl>` has its second cell
  std::size_t hidden_ = 0;      ///< elements left out because the page does not show them
  std::size_t deleted_ = 0;
};

}  // namespace themata::ingest::detail
