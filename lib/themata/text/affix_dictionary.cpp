#include "themata/text/affix_dictionary.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#ifdef THEMATA_HAS_HUNSPELL
#include <hunspell/hunspell.hxx>
#endif
#include <unicode/unistr.h>

#include "themata/error.hpp"
#include "themata/text/language_tag.hpp"

namespace themata::text {
namespace {

/// Where Hunspell's dictionaries are kept on Debian and its like.
constexpr const char* dictionaries = "/usr/share/hunspell";

/// A language and its dictionary that is looked for before others of the language.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> homes{
    {{"en", "en_GB"},
     {"pt", "pt_PT"},
     {"sv", "sv_SE"},
     {"da", "da_DK"},
     {"cs", "cs_CZ"},
     {"el", "el_GR"}}};

/// `en_GB` of `en-gb`, `de_DE` of `de`.
std::vector<std::string> names_in_order(const std::string& language) {
  std::vector<std::string> names;
  const std::string primary = primary_language(language);
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  const std::size_t cut = language.find_last_of("-_");
  if (cut != std::string::npos) {
    std::string region = language.substr(cut + 1);
    std::transform(region.begin(), region.end(), region.begin(), upper);
    names.push_back(primary + "_" + region);
  }
  for (const auto& [of, home] : homes) {
    if (of == primary) names.emplace_back(home);
  }
  std::string same = primary;
  std::transform(same.begin(), same.end(), same.begin(), upper);
  names.push_back(primary + "_" + same);
  names.push_back(primary);
  return names;
}

/// The other dictionaries of the language, sorted.
std::vector<std::string> others(const std::string& language) {
  std::vector<std::string> names;
  std::error_code ignored;  // then there are none
  for (const auto& entry : std::filesystem::directory_iterator(dictionaries, ignored)) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".aff" && name.starts_with(primary_language(language) + "_")) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Hunspell takes a file that is not there for an empty one.
void require_readable(const std::filesystem::path& path) {
  if (!std::ifstream(path)) throw InputError(path.string(), "cannot be read");
}

}  // namespace

#ifdef THEMATA_HAS_HUNSPELL

struct AffixDictionary::Impl {
  Impl(const std::filesystem::path& affixes, const std::filesystem::path& words)
      : hunspell(affixes.c_str(), words.c_str()),
        encoding(hunspell.get_dict_encoding()),
        is_utf8(encoding == "UTF-8") {}

  [[nodiscard]] std::string to_dictionary(const std::string& word) const {
    if (is_utf8) return word;
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
    std::string bytes(static_cast<std::size_t>(text.length()) * 4, '\0');
    const auto size = text.extract(0, text.length(), bytes.data(),
                                   static_cast<std::uint32_t>(bytes.size()), encoding.c_str());
    bytes.resize(std::min(bytes.size(), static_cast<std::size_t>(size)));
    return bytes;
  }
  [[nodiscard]] std::string from_dictionary(const std::string& bytes) const {
    if (is_utf8) return bytes;
    std::string word;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding.c_str())
        .toUTF8String(word);
    return word;
  }

  std::vector<std::string> stems(const std::string& word) {
    std::vector<std::string> stems;
    for (const std::string& stem : hunspell.stem(to_dictionary(word))) {
      stems.push_back(from_dictionary(stem));
    }
    return stems;
  }

  Hunspell hunspell;
  std::string encoding;
  bool is_utf8;
};

#else

/// Built without Hunspell there is no dictionary of any language.
struct AffixDictionary::Impl {
  Impl(const std::filesystem::path& affixes, const std::filesystem::path&) {
    throw InputError(affixes.string(), "cannot be used: the program was built without Hunspell");
  }
  static std::vector<std::string> stems(const std::string&) { return {}; }
};

#endif

std::optional<AffixDictionary> AffixDictionary::of_language(const std::string& language) {
#ifndef THEMATA_HAS_HUNSPELL
  return std::nullopt;
#endif
  std::vector<std::string> names = names_in_order(language);
  const std::vector<std::string> rest = others(language);
  names.insert(names.end(), rest.begin(), rest.end());
  for (const std::string& name : names) {
    const std::filesystem::path base = std::filesystem::path(dictionaries) / name;
    std::filesystem::path affixes = base;
    std::filesystem::path words = base;
    affixes += ".aff";
    words += ".dic";
    if (std::filesystem::exists(affixes) && std::filesystem::exists(words)) {
      return AffixDictionary(affixes, words);
    }
  }
  return std::nullopt;
}

AffixDictionary::AffixDictionary(const std::filesystem::path& affixes,
                                 const std::filesystem::path& words) {
  require_readable(affixes);
  require_readable(words);
  impl_ = std::make_unique<Impl>(affixes, words);
}

AffixDictionary::~AffixDictionary() = default;
AffixDictionary::AffixDictionary(AffixDictionary&&) noexcept = default;
AffixDictionary& AffixDictionary::operator=(AffixDictionary&&) noexcept = default;

std::vector<std::string> AffixDictionary::stems(const std::string& folded_word) {
  std::vector<std::string> stems = impl_->stems(folded_word);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

}  // namespace themata::text
