#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Finds codes and themes by name while a file is read in, and makes those that are missing. A name
/// in a file means what it says: case and kinds of quotes are ignored, but with `create` a mere
/// beginning of another name is a new name. Belongs inside an `Edit`.
class CodebookBuilder {
 public:
  /// Without `create`, a missing name throws `NotFound` with the nearest.
  CodebookBuilder(Project& project, bool create);

  model::CodeId code(const std::string& name);
  /// The same, but throws `Conflict` if the code is retired.
  model::CodeId code_in_use(const std::string& name);
  /// By its path from the top, every missing part of which is made. A single name also means the
  /// subtheme that alone has it.
  model::ThemeId theme(const std::vector<std::string>& path);
  /// The themes of a cell that holds one path or several joined by "; ", as tables of excerpts do.
  const std::vector<model::ThemeId>& themes(const std::string& cell);
  /// False if the code was in the theme.
  bool assign(model::ThemeId theme, model::CodeId code);

  [[nodiscard]] const std::vector<std::string>& new_codes() const { return new_codes_; }
  [[nodiscard]] const std::vector<std::string>& new_themes() const { return new_themes_; }

 private:
  using ThemeKey = std::pair<std::optional<model::ThemeId>, std::string>;
  /// The top-level theme of that name, else the subtheme that alone has it.
  std::optional<model::ThemeId> only_theme_named(const std::string& key) const;
  std::vector<model::ThemeId> read_themes(const std::string& cell);
  model::ThemeId theme_below(std::optional<model::ThemeId> parent, const std::string& name);

  Project& project_;
  bool create_;
  model::Codebook codebook_;  // as it was before the file
  std::unordered_map<std::string, model::CodeId> codes_;
  std::unordered_set<model::CodeId> retired_;
  std::map<ThemeKey, model::ThemeId> themes_;
  std::unordered_map<std::string, std::vector<model::ThemeId>> cells_;  // as they were read
  std::vector<std::string> new_codes_;
  std::vector<std::string> new_themes_;
};

}  // namespace themata::study::detail
