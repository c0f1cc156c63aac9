#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace themata::ingest::detail {

/// What run properties (`w:rPr`) say of what matters here; nothing where they are silent.
struct RunProperties {
  std::optional<bool> bold;
  std::optional<bool> complex_bold;  ///< of right-to-left and other complex scripts
  std::optional<bool> hidden;
  std::optional<bool> complex;  ///< whether `complex_bold` is the one that counts

  static RunProperties of(pugi::xml_node properties);

  /// Fills what is not said from `base`.
  void inherit(const RunProperties& base);
};

/// The styles of a Word document, with all that they are based on.
class DocxStyles {
 public:
  struct Style {
    RunProperties run;
    bool is_speaker = false;  ///< see `names_speaker_style`
    bool is_heading = false;
  };

  DocxStyles() = default;
  /// `styles` is the root of the styles part.
  explicit DocxStyles(pugi::xml_node styles);

  /// The style of that id; a style that says nothing if there is none.
  [[nodiscard]] const Style& style(std::string_view id) const;
  /// The style of paragraphs that name none.
  [[nodiscard]] const Style& default_paragraph() const { return style(default_paragraph_); }

  /// A run's own properties, its character style and its paragraph's style, taken together as
  /// Word does: what stands at the run counts, else what the two styles say, of which one undoes
  /// the other, unless it is so by default.
  [[nodiscard]] bool is_bold(const RunProperties& own, const Style& character,
                             const Style& paragraph) const;
  [[nodiscard]] bool is_hidden(const RunProperties& own, const Style& character,
                               const Style& paragraph) const;

 private:
  std::unordered_map<std::string, Style> styles_;
  std::string default_paragraph_;
  RunProperties defaults_;
};

}  // namespace themata::ingest::detail
