#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "themata/report/document.hpp"
#include "themata/report/table.hpp"

namespace themata::report {

/// An excerpt chosen for the paper, as it is printed under one theme.
struct Quotation {
  std::int64_t coding = 0;
  std::vector<std::string> themes;  ///< from the top down; empty: its code is in no theme
  std::string text;                 ///< omissions are `[...]`
  std::size_t words = 0;            ///< without what an editor put in
  std::string participant;          ///< who speaks; several joined by "; "
  std::string about;                ///< what stands behind the name: "45, woman"; may be empty
  std::string source;
  std::string occasion;
  std::size_t turn = 0;  ///< 0: in none
  std::string question;  ///< asked before; may be empty
  std::string code = {};
  std::size_t utf16_begin = 0;  ///< where the excerpt begins in its source, for a page in a browser
  bool is_stale = false;        ///< the excerpt has been corrected, and has other words now
};

struct QuotationStyle {
  std::string omission = "[...]";  ///< what is printed for words left out
  std::size_t block_from = 40;  ///< words from which a quotation is set in by itself (APA 7, 8.27)
  bool questions = false;       ///< with the question before each
  bool occasions = false;       ///< with the occasion behind the name
};

/// For whom a table is: for programs, every row has its theme; for people, only the first of a
/// theme's; on paper, without the columns by which an excerpt is found.
enum class TableReader { program, person, paper };
/// Columns `theme,subtheme,quotation,participant,source,turn,id`, and `question` before the
/// quotation if the style has questions.
Table quotation_table(const std::vector<Quotation>& quotations, const QuotationStyle& style,
                      TableReader reader);

/// The running text: a heading for each theme and subtheme, short quotations in quotation marks,
/// long ones set in, whose they are behind each.
Document quotation_text(const std::vector<Quotation>& quotations, const QuotationStyle& style);

/// One theme's voices.
struct ThemeVoices {
  std::string theme;                                             ///< its number and name
  std::size_t participants = 0;                                  ///< who speak in its excerpts
  std::vector<std::pair<std::string, std::size_t>> quoted = {};  ///< the most quoted first
  std::vector<std::string> not_quoted = {};
};
/// Columns `theme,participants,quoted,quotations,voices,not_quoted`.
Table voice_table(const std::vector<ThemeVoices>& themes);

}  // namespace themata::report
