#include "themata/text/legacy_encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "themata/text/icu_status.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

// A multi-byte encoding must be as likely as this: below, the detector has seen too little of it.
constexpr std::int32_t convincing = 50;

constexpr std::array<std::string_view, 5> multi_byte = {"Shift_JIS", "GB18030", "Big5", "EUC-JP",
                                                        "EUC-KR"};

struct Guess {
  std::string encoding;
  bool single_byte;
};

// The lines that hold other bytes than ASCII, as much as the detector looks at. (It reads only a
// beginning, which in a long transcript may be all ASCII.)
std::string telling_lines(std::string_view bytes) {
  constexpr std::size_t enough = 8000;
  std::string lines;
  const auto first = std::find_if_not(bytes.begin(), bytes.end(), is_ascii);
  auto at = static_cast<std::size_t>(first - bytes.begin());
  while (at < bytes.size() && lines.size() < enough) {
    const std::size_t feed = bytes.rfind('\n', at);
    const std::size_t begin =
        std::max(feed == bytes.npos ? 0 : feed + 1, at - std::min(at, enough));
    const std::size_t end = std::min({bytes.find('\n', at), bytes.size() - 1, at + enough}) + 1;
    lines.append(bytes, begin, end - begin);
    const auto next =
        std::find_if_not(bytes.begin() + static_cast<std::ptrdiff_t>(end), bytes.end(), is_ascii);
    at = static_cast<std::size_t>(next - bytes.begin());
  }
  return lines;
}

bool is_single_byte(std::string_view name) {
  return name.starts_with("ISO-8859-") || name.starts_with("windows-125") || name == "KOI8-R";
}

std::vector<Guess> guesses(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  check_icu(status, "tell the encoding of a file");
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);

  std::vector<Guess> found;
  for (std::int32_t i = 0; i < count && U_SUCCESS(status) != 0; ++i) {  // it may fail on no text
    const std::string name = ucsdet_getName(matches[i], &status);
    if (is_single_byte(name)) {
      found.push_back({name == "ISO-8859-1" ? "windows-1252" : name, true});
    } else if (std::find(multi_byte.begin(), multi_byte.end(), name) != multi_byte.end() &&
               ucsdet_getConfidence(matches[i], &status) >= convincing) {
      found.push_back({name, false});
    }
  }
  found.push_back({"windows-1252", true});
  return found;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  check_icu(status, "read the encoding of a file");
  return converter;
}

// Nothing if some byte has no meaning in that encoding.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  const Converter from = open_converter(encoding.c_str());
  const Converter to = open_converter("UTF-8");
  const auto ascii = std::count_if(bytes.begin(), bytes.end(), is_ascii);
  std::string out(3 * bytes.size() - 2 * static_cast<std::size_t>(ascii), '\0');  // at most

  const char* source = bytes.data();
  char* target = out.data();
  std::array<char16_t, 4096> pivot{};
  char16_t* pivot_source = pivot.data();
  char16_t* pivot_target = pivot.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                 bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                 pivot.data() + pivot.size(), 1, 1, &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

}  // namespace

std::optional<std::string> from_encoding(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter known(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0) return std::nullopt;
  return convert(bytes, encoding);
}

Legacy from_legacy_encoding(std::string_view bytes) {
  for (const Guess& guess : guesses(bytes)) {
    if (auto text = convert(bytes, guess.encoding)) {
      return {std::move(*text), guess.encoding, guess.single_byte};
    }
  }
  check_icu(U_INVALID_CHAR_FOUND, "read the encoding of a file");
  return {};
}

}  // namespace themata::text
