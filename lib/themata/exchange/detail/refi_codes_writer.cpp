#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/exchange/detail/refi_codes.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange::detail {

namespace {

using model::PortableCodebook;
using model::PortableLabel;
using model::PortableTheme;

/// What is said of a code or theme as one text for people who use another program.
std::string whole_description(const PortableLabel& label) {
  std::string text = label.definition;
  const auto add = [&](std::string_view heading, const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += fmt::format("{}: {}", heading, part);
  };
  add("Central idea", label.idea);
  add("Include", label.includes);
  add("Exclude", label.excludes);
  add("Example", label.example);
  add("Not in use since", label.retired);
  return text;
}

/// Writes a tree of codes.
class CodesWriter {
 public:
  CodesWriter(const PortableCodebook& codebook, const CodesForm& form, XmlWriting& xml,
              std::vector<std::string>& remarks)
      : codebook_(codebook),
        form_(form),
        xml_(xml),
        remarks_(remarks),
        homes_(codebook.codes.size()),
        subthemes_(codebook.themes.size()) {
    for (std::size_t i = 0; i < codebook.themes.size(); ++i) {
      for (const std::size_t code : codebook.themes[i].codes) {
        if (!homes_[code]) homes_[code] = i;
      }
      const auto& parent = codebook.themes[i].parent;
      (parent ? subthemes_[*parent] : top_level_).push_back(i);
    }
  }

  void write(pugi::xml_node codes) {
    for (const std::size_t theme : top_level_) write_theme(codes, theme);
    for (std::size_t code = 0; code < codebook_.codes.size(); ++code) {
      if (!homes_[code]) write_label(codes, codebook_.codes[code], true);
    }
  }

 private:
  void write_theme(pugi::xml_node over, std::size_t index) {
    const PortableTheme& theme = codebook_.themes[index];
    pugi::xml_node node = write_label(over, theme.label, false);
    for (const std::size_t below : subthemes_[index]) write_theme(node, below);
    for (const std::size_t code : theme.codes) {
      if (homes_[code] == index) write_label(node, codebook_.codes[code], true);
    }
  }

  pugi::xml_node write_label(pugi::xml_node over, const PortableLabel& label, bool codable) {
    pugi::xml_node node = over.append_child("Code");
    xml_.attribute(node, "guid", as_guid(label.guid));
    xml_.attribute(node, "name", name_of(label, codable));
    xml_.attribute(node, "isCodable", codable ? "true" : "false");
    xml_.attribute_if(node, "color", label.color);
    xml_.text_child_if(node, "Description", whole_description(label));
    if (!form_.with_note_refs) return node;
    for (const auto& memo : label.memos) {
      xml_.attribute(node.append_child("NoteRef"), "targetGUID", as_guid(memo.guid));
    }
    return node;
  }

  std::string name_of(const PortableLabel& label, bool codable) {
    if (!form_.with_unique_names) return label.name;
    const char* noun = codable ? "code" : "theme";
    std::string name = label.name;
    for (int n = 1; !taken_.insert(text::name_key(name)).second; ++n) {
      name = n == 1 ? fmt::format("{} ({})", label.name, noun)
                    : fmt::format("{} ({} {})", label.name, noun, n);
    }
    if (name != label.name) {
      remarks_.push_back(
          fmt::format("the {} \"{}\" is called \"{}\" there, since no two may have "
                      "one name",
                      noun, label.name, name));
    }
    return name;
  }

  const PortableCodebook& codebook_;
  const CodesForm& form_;
  XmlWriting& xml_;
  std::vector<std::string>& remarks_;
  std::vector<std::optional<std::size_t>> homes_;  ///< the first theme of each code
  std::vector<std::size_t> top_level_;
  std::vector<std::vector<std::size_t>> subthemes_;
  std::unordered_set<std::string> taken_;
};

}  // namespace

void write_codes(const PortableCodebook& codebook, const CodesForm& form, pugi::xml_node codes,
                 XmlWriting& xml, std::vector<std::string>& remarks) {
  CodesWriter(codebook, form, xml, remarks).write(codes);
}

std::vector<CodeSet> code_sets(const PortableCodebook& codebook) {
  std::vector<CodeSet> sets;
  std::vector<bool> stands(codebook.codes.size());
  for (const PortableTheme& theme : codebook.themes) {
    CodeSet set{derived_guid(theme.label.guid, "set"), theme.label.name, {}};
    bool elsewhere = false;
    for (const std::size_t code : theme.codes) {
      set.codes.push_back(as_guid(codebook.codes[code].guid));
      elsewhere = elsewhere || stands[code];
      stands[code] = true;
    }
    if (elsewhere) sets.push_back(std::move(set));
  }
  return sets;
}

}  // namespace themata::exchange::detail
