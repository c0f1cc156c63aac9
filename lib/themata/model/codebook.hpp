#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/model/id.hpp"

namespace themata::model {

/// A label for segments of text.
struct Code {
  CodeId id;
  std::string guid;
  std::string name;
  std::string description;
  std::string includes = {};  ///< when to apply it
  std::string excludes = {};  ///< when not to
  std::string example = {};
  std::string retired = {};  ///< ISO 8601, UTC: not to be applied since; empty: in use
  std::string color = {};    ///< `#RRGGBB`; empty: none
};

/// A pattern of shared meaning. One with a parent is a subtheme.
struct Theme {
  ThemeId id;
  std::string guid;
  std::string name;
  std::string definition;
  std::optional<ThemeId> parent;
  std::string idea = {};  ///< its central organising idea
  std::string includes = {};
  std::string excludes = {};
  std::string example = {};
  std::string retired = {};  ///< ISO 8601, UTC; empty: in use
  std::string color = {};    ///< `#RRGGBB`; empty: none
};

struct CodeInTheme {
  CodeId code;
  ThemeId theme;
  bool operator==(const CodeInTheme&) const = default;
};

/// The codes, the theme tree and which code belongs to which themes. Immutable once made.
class Codebook {
 public:
  Codebook() = default;
  /// Siblings keep the order in which `themes` lists them; codes of a theme the order of `links`.
  /// The parents must exist and form no cycle (the store sees to that).
  Codebook(std::vector<Code> codes, std::vector<Theme> themes, std::vector<CodeInTheme> links);

  [[nodiscard]] const std::vector<Code>& codes() const { return codes_; }
  /// All themes, each before its subthemes, siblings in the researcher's order.
  [[nodiscard]] const std::vector<Theme>& themes() const { return themes_; }

  [[nodiscard]] const Code& code(CodeId id) const;
  [[nodiscard]] const Theme& theme(ThemeId id) const;

  [[nodiscard]] std::vector<ThemeId> top_level() const;
  [[nodiscard]] const std::vector<ThemeId>& subthemes(ThemeId id) const;
  /// The codes directly under a theme, and the themes directly over a code in the tree's order.
  [[nodiscard]] const std::vector<CodeId>& codes_of(ThemeId id) const;
  [[nodiscard]] const std::vector<ThemeId>& themes_of(CodeId id) const;
  /// The theme itself and everything below it.
  [[nodiscard]] std::vector<ThemeId> with_subthemes(ThemeId id) const;
  /// Every code below the theme or its subthemes, each once.
  [[nodiscard]] std::vector<CodeId> codes_below(ThemeId id) const;

  /// "3.4": the place in the tree, from 1.
  [[nodiscard]] const std::string& number(ThemeId id) const;
  /// "A / B": the names from the top down.
  [[nodiscard]] std::string path(ThemeId id) const;
  /// The paths of all themes directly over the code, joined by "; "; empty if it has none.
  [[nodiscard]] std::string theme_paths(CodeId id) const;
  /// 0 for a top-level theme.
  [[nodiscard]] std::size_t depth(ThemeId id) const;

 private:
  std::vector<Code> codes_;
  std::vector<Theme> themes_;
  std::unordered_map<CodeId, std::size_t> code_index_;
  std::unordered_map<ThemeId, std::size_t> theme_index_;
  std::vector<ThemeId> top_level_;
  std::vector<std::vector<ThemeId>> subthemes_;
  std::vector<std::vector<CodeId>> codes_of_;
  std::vector<std::vector<ThemeId>> themes_of_;
  std::vector<std::string> numbers_;
};

}  // namespace themata::model
