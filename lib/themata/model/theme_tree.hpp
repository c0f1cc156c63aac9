#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::model {

/// The theme tree as it is shown and exchanged: names, counts and, if wanted, excerpts.
struct ThemeTree {
  /// A note, in the words of one coder.
  struct Memo {
    std::string coder;
    std::string created;  ///< ISO 8601, UTC
    std::string text;
    std::string source;                              ///< that it is on, or in; may be empty
    std::optional<text::CodePointRange> range = {};  ///< of the coding or the turn it is on
  };
  /// An entry of the researchers' diary.
  struct JournalEntry {
    std::string coder;
    std::string created;  ///< ISO 8601, UTC
    int phase = 1;
    std::string text;
  };
  struct Excerpt {
    std::string source;
    std::string participant;  ///< those speaking, joined by "; "
    text::CodePointRange range;
    std::string text;
  };
  struct Code {
    std::string guid;
    std::string name;
    std::string description;
    std::size_t participants = 0;
    std::size_t excerpts = 0;
    std::vector<Excerpt> quotations;  ///< each distinct segment once; empty unless asked for
    std::vector<Memo> memos = {};     ///< on the code and its codings; empty unless asked for
    std::string includes = {};        ///< when to apply it
    std::string excludes = {};        ///< when not to
    std::string example = {};
    std::string color = {};  ///< `#RRGGBB`; empty: none
  };
  struct Theme {
    std::string guid;
    std::string number;  ///< "3.4"
    std::string name;
    std::string definition;
    std::size_t participants = 0;  ///< all that lies below, each once
    std::size_t excerpts = 0;
    std::vector<Theme> subthemes;
    std::vector<Code> codes;
    std::string idea = {};         ///< its central organising idea
    std::vector<Memo> memos = {};  ///< empty unless asked for
    std::string includes = {};
    std::string excludes = {};
    std::string example = {};
    std::string color = {};  ///< `#RRGGBB`; empty: none
  };
  std::string title;
  std::vector<Theme> themes;
  std::vector<Code> codes_without_theme;
  std::vector<Memo> memos =
      {};  ///< on the study, its sources and their turns; empty unless asked for
  std::vector<JournalEntry> journal = {};  ///< the same
};

}  // namespace themata::model
