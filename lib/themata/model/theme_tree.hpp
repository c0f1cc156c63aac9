#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::model {

/// The theme tree as it is shown and exchanged: names, counts and, if wanted, excerpts.
struct ThemeTree {
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
  };
  std::string title;
  std::vector<Theme> themes;
  std::vector<Code> codes_without_theme;
};

}  // namespace themata::model
