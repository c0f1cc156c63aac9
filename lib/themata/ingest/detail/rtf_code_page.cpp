#include "themata/ingest/detail/rtf_code_page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "themata/text/decode.hpp"
#include "themata/text/legacy_encoding.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::string_view replacement = "\uFFFD";

std::string icu_name(int number) {
  if (number == 10000) return "macintosh";
  const std::string digits = std::to_string(number);
  for (const std::string& name : {"windows-" + digits, "ibm-" + digits, "cp" + digits}) {
    if (text::from_encoding("a", name)) return name;
  }
  return "windows-1252";
}

/// `bytes` with U+FFFD for each byte that is no part of UTF-8.
std::string sound_utf8(std::string_view bytes) {
  constexpr std::size_t longest_code_point = 4;
  if (text::is_valid_utf8(bytes)) return std::string{bytes};
  std::string sound;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at, longest_code_point);
    std::size_t size = 0;
    text::next_code_point(rest, size);
    const bool is_sound = text::is_valid_utf8(rest.substr(0, size));
    sound += is_sound ? rest.substr(0, size) : replacement;
    at += is_sound ? size : 1;
  }
  return sound;
}

}  // namespace

int known_code_page(int number) {
  constexpr auto pages =
      std::to_array<int>({437,  720,  737,  775,  819,  850,  852,  855,  857,  858,   860,  861,
                          862,  863,  864,  865,  866,  869,  874,  932,  936,  949,   950,  1250,
                          1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361, 10000, 65001});
  static_assert(std::is_sorted(pages.begin(), pages.end()));
  return std::binary_search(pages.begin(), pages.end(), number) ? number : 1252;
}

int code_page_of_charset(int charset, int otherwise) {
  constexpr auto pages = std::to_array<std::pair<int, int>>({{0, 1252},
                                                             {77, 10000},
                                                             {128, 932},
                                                             {129, 949},
                                                             {134, 936},
                                                             {136, 950},
                                                             {161, 1253},
                                                             {162, 1254},
                                                             {163, 1258},
                                                             {177, 1255},
                                                             {178, 1256},
                                                             {186, 1257},
                                                             {204, 1251},
                                                             {222, 874},
                                                             {238, 1250},
                                                             {254, 437},
                                                             {255, 850}});
  const auto found = std::find_if(pages.begin(), pages.end(),
                                  [&](const auto& page) { return page.first == charset; });
  return found == pages.end() ? otherwise : found->second;
}

CodePage::CodePage(int number)
    : name_(number == 65001 ? "UTF-8" : icu_name(number)),
      is_utf8_(number == 65001),
      is_double_(number == 932 || number == 936 || number == 949 || number == 950),
      single_(256) {}

bool CodePage::is_lead(unsigned char byte) const {
  if (!is_double_ || byte < 0x81 || byte == 0xFF) return false;
  return !name_.ends_with("932") || byte < 0xA0 || byte >= 0xE0;  // between them: half-width kana
}

const std::string& CodePage::character(std::string_view bytes) {
  std::string& known = bytes.size() == 1 ? single_[static_cast<unsigned char>(bytes.front())]
                                         : doubles_[std::string{bytes}];
  if (known.empty()) {
    known = text::from_encoding(bytes, name_).value_or(std::string{replacement});
  }
  return known;
}

std::string CodePage::decode(std::string_view bytes) {
  if (is_utf8_) return sound_utf8(bytes);
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool is_pair = is_lead(static_cast<unsigned char>(bytes[at])) && at + 1 < bytes.size();
    const std::size_t size = is_pair ? 2 : 1;
    text += character(bytes.substr(at, size));
    at += size;
  }
  return text;
}

}  // namespace themata::ingest::detail
