#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/ingest/detail/document_builder.hpp"
#include "themata/ingest/detail/rtf_code_page.hpp"
#include "themata/ingest/detail/rtf_tokens.hpp"

namespace themata::ingest::detail {

/// Reads a document in Rich Text Format as it comes. Groups deeper than 10,000 share the state of
/// the 10,000th.
class RtfReader {
 public:
  explicit RtfReader(std::string_view bytes) : tokens_(bytes) {}
  Document read();

 private:
  /// Where characters go.
  enum class Place {
    text,
    nowhere,
    fonts,
    info,
    title,
    comment,
    comment_author,
    comment_begin,
    comment_end,
    comment_id
  };

  /// What a group gives back at its end.
  struct State {
    Place place = Place::text;
    bool strong = false;
    bool hidden = false;
    bool deleted = false;
    bool in_table = false;
    int font = -1;
    int fallback = 1;  ///< characters behind `\u` for readers who do not know it
  };

  void take(const RtfToken& token);
  void take_word(std::string_view word, std::optional<int> parameter);
  bool take_place(std::string_view word);
  bool take_format(std::string_view word, std::optional<int> parameter);
  bool take_head(std::string_view word, std::optional<int> parameter);
  bool take_layout(std::string_view word);
  void take_symbol(char symbol);
  void take_bytes(std::string_view bytes);
  void take_unicode(int number);
  void begin_group();
  void end_group();
  void leave(Place place);
  void finish_comment();

  void add(std::string_view utf8);
  void flush_bytes();
  void flush_text();
  void enter_cell();
  void end_cell();
  void break_line();
  CodePage& code_page();
  void report();

  RtfTokenizer tokens_;
  DocumentBuilder builder_;
  State state_;
  std::vector<State> groups_;
  std::size_t too_deep_ = 0;  ///< open groups that have no state of their own
  bool is_unbalanced_ = false;
  bool ignorable_ = false;       ///< `\*` was the last control
  int skip_ = 0;                 ///< characters to pass over behind `\u`
  char32_t high_surrogate_ = 0;  ///< that waits for its other half
  int default_page_ = 1252;
  bool has_page_ = false;  ///< the file has named its code page; a second one counts for nothing
  int default_font_ = -1;
  std::unordered_map<int, int> font_pages_;
  std::map<int, CodePage> pages_;
  std::string bytes_;  ///< in the code page of the present font
  std::string run_;    ///< text that is to be added, all of it strong or none
  std::map<Place, std::string> captured_;
  bool in_table_ = false;  ///< the builder's table is open
  bool in_row_ = false;
  bool cell_ended_ = false;
  bool after_break_ = false;
  std::size_t comments_ = 0;
  std::size_t deletions_ = 0;
  std::size_t revisions_ = 0;
  std::size_t footnotes_ = 0;
  std::size_t hidden_ = 0;
  std::size_t boxes_ = 0;
};

}  // namespace themata::ingest::detail
