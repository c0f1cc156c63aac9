#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace themata::ingest::detail {

/// The styles of an OpenDocument text, those that people name and those that stand for formatting
/// by hand, with all that they are based on.
class OdtStyles {
 public:
  enum class Family { paragraph, text };

  struct Style {
    std::optional<bool> bold;
    std::optional<bool> hidden;
    bool is_speaker = false;  ///< see `names_speaker_style`
    bool is_heading = false;
  };

  /// Adds the styles of a part: the children of its `office:styles` and `office:automatic-styles`.
  /// `root` must outlive the call of `resolve`.
  void add(pugi::xml_node root);
  /// Lets every style take from its parents; call it once, when all parts are there.
  void resolve();

  /// The style of that name; the family's default if there is none.
  [[nodiscard]] const Style& style(Family family, std::string_view name) const;

 private:
  struct Entry {
    Style style;
    std::string parent;  ///< key
    bool is_resolved = false;
  };

  static std::string key_of(Family family, std::string_view name);
  void add_style(pugi::xml_node node);

  std::unordered_map<std::string, Entry> styles_;
};

}  // namespace themata::ingest::detail
