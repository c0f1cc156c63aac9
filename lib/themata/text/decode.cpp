#include "themata/text/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/text/legacy_encoding.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF"sv;
constexpr std::string_view utf16le_mark = "\xFF\xFE"sv;
constexpr std::string_view utf16be_mark = "\xFE\xFF"sv;

constexpr std::uint64_t every_byte = 0x0101010101010101U;  // times a byte: that byte eight times

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, text.data() + at, sizeof eight);
  return eight;
}

unsigned int byte_of(char c) { return static_cast<unsigned char>(c); }

// ---- Files that are no text -------------------------------------------------------------------

struct Signature {
  std::string_view pattern;  // of the first bytes; '?' is any byte
  const char* name;
};

constexpr std::array signatures = {
    Signature{"%PDF-"sv, "a PDF"},
    Signature{"PK\x03\x04"sv, "a ZIP archive, as .docx and .odt files are"},
    Signature{"PK\x05\x06"sv, "an empty ZIP archive"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word or Excel document"},
    Signature{"\x89PNG\r\n\x1A\n"sv, "a PNG picture"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Signature{"\x1F\x8B\x08"sv, "a gzip archive"},
    Signature{"SQLite format 3\0"sv, "an SQLite database"},
    Signature{"\x7F\x45LF"sv, "a program"},
    Signature{"OggS\0"sv, "an audio recording"},
    Signature{"fLaC\0"sv, "an audio recording"},
    Signature{"ID3\x02"sv, "an audio recording"},
    Signature{"ID3\x03"sv, "an audio recording"},
    Signature{"ID3\x04"sv, "an audio recording"},
    Signature{"RIFF????WAVEfmt "sv, "an audio recording"},
    Signature{"\0???ftyp"sv, "an audio or video recording"},
    Signature{"\xFF\xFE\0\0"sv, "UTF-32 text"},
    Signature{"\0\0\xFE\xFF"sv, "UTF-32 text"},
};

bool fits(const Signature& signature, std::string_view bytes) {
  const std::string_view pattern = signature.pattern;
  return bytes.size() >= pattern.size() &&
         std::equal(pattern.begin(), pattern.end(), bytes.begin(),
                    [](char wanted, char byte) { return wanted == '?' || wanted == byte; });
}

void refuse_known_formats(std::string_view bytes) {
  for (const Signature& signature : signatures) {
    if (!fits(signature, bytes)) continue;
    throw InputError(fmt::format("not a text file (it looks like {}); save its text as UTF-8 first",
                                 signature.name));
  }
}

// ---- Where in the file ------------------------------------------------------------------------

// What a character of the decoded text was in the file.
enum class Stored { utf8, utf16, one_byte, several_bytes };

std::size_t lines_before(std::string_view text) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'));
    lines += ends ? 1 : 0;
  }
  return lines;
}

// "line 3 (byte 57 of the file)", for what follows `before` in the text as it was decoded.
std::string place(std::string_view before, Stored stored, std::size_t mark_size) {
  std::size_t characters = 0;
  std::size_t units = 0;
  for (std::size_t at = 0; at < before.size(); ++characters) {
    units += next_code_point(before, at) >= 0x10000 ? 2 : 1;
  }
  const std::size_t line = lines_before(before);
  if (stored == Stored::several_bytes) return fmt::format("line {}", line);
  const std::size_t byte = stored == Stored::utf8    ? before.size()
                           : stored == Stored::utf16 ? 2 * units
                                                     : characters;
  return fmt::format("line {} (byte {} of the file)", line, mark_size + byte);
}

// ---- UTF-8 ------------------------------------------------------------------------------------

// The length of the well-formed sequence that begins at `at`, 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned int lead = byte_of(text[at]);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return 0;
  }
  const unsigned int second = byte_of(text[at + 1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate = lead == 0xED && second >= 0xA0;
  const bool too_high = lead == 0xF4 && second >= 0x90;
  return overlong || surrogate || too_high ? 0 : length;
}

// Past the ASCII characters from `at` on, in steps of eight bytes.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (text.size() - at >= 8 && (eight_bytes(text, at) & every_byte * 0x80) == 0) at += 8;
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

// Where the first byte stands that is not well-formed UTF-8; the text's size if there is none.
std::size_t well_formed_prefix(std::string_view text) {
  for (std::size_t at = 0;;) {
    at = skip_ascii(text, at);
    if (at == text.size()) return at;
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
}

// Bytes that are UTF-8 for the greater part of what is not ASCII: a damaged or truncated file,
// which another encoding would turn into nonsense.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; (at = skip_ascii(bytes, at)) < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length > 0) {
      ++good;
      at += length;
      continue;
    }
    ++bad;  // a byte, with what may be left of its sequence
    const bool is_lead_byte = !is_continuation(bytes[at++]);
    while (is_lead_byte && at < bytes.size() && is_continuation(bytes[at])) ++at;
  }
  return good > bad;
}

[[noreturn]] void refuse_damaged_utf8(std::string_view text, std::size_t mark_size) {
  const std::size_t at = well_formed_prefix(text);
  throw InputError(fmt::format(
      "{}: the byte 0x{:02X} is no UTF-8, though the rest of the file is; correct it or save "
      "the file as UTF-8 again",
      place(text.substr(0, at), Stored::utf8, mark_size), byte_of(text[at])));
}

// ---- UTF-16 -----------------------------------------------------------------------------------

enum class Endian { little, big };

char32_t unit_at(std::string_view bytes, std::size_t at, Endian endian) {
  const auto first = static_cast<char32_t>(byte_of(bytes[at]));
  const auto second = static_cast<char32_t>(byte_of(bytes[at + 1]));
  return endian == Endian::little ? second << 8U | first : first << 8U | second;
}

bool is_lead(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_trail(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

struct Utf16Text {
  std::string text;
  std::optional<std::size_t> broken_at;  // a byte that begins no character
};

Utf16Text decode_utf16(std::string_view bytes, Endian endian) {
  Utf16Text result;
  result.text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    char32_t c = bytes.size() - at >= 2 ? unit_at(bytes, at, endian) : 0xDC00;
    at += 2;
    if (is_lead(c) && bytes.size() - at >= 2 && is_trail(unit_at(bytes, at, endian))) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit_at(bytes, at, endian) - 0xDC00);
      at += 2;
    }
    if (is_lead(c) || is_trail(c)) {
      result.broken_at = begin;
      return result;
    }
    append_code_point(c, result.text);
  }
  return result;
}

// Tells UTF-16 without a mark by its zero bytes, the upper halves of Latin letters, spaces and
// digits: nearly all on one side, hardly any on the other. A text of bytes into which a few zeros
// got is none.
std::optional<Endian> endian_by_zeros(std::string_view bytes) {
  constexpr std::size_t fewest_units = 4;
  const std::string_view sample = bytes.substr(0, 65536);
  const std::size_t units = sample.size() / 2;
  if (bytes.size() % 2 != 0 || units < fewest_units) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const auto is_full = [units](std::size_t count) { return 5 * count >= 4 * units; };
  const auto is_empty = [units](std::size_t count) { return 20 * count < units; };
  if (is_full(zeros[1]) && is_empty(zeros[0])) return Endian::little;
  if (is_full(zeros[0]) && is_empty(zeros[1])) return Endian::big;
  return std::nullopt;
}

// ---- All of them ------------------------------------------------------------------------------

struct Raw {
  Decoded decoded;  // line ends as they were
  Stored stored = Stored::utf8;
  std::size_t mark_size = 0;
};

Raw from_utf16(std::string_view bytes, Endian endian, std::size_t mark_size) {
  Utf16Text utf16 = decode_utf16(bytes.substr(mark_size), endian);
  if (utf16.broken_at) {
    throw InputError(fmt::format(
        "{}: a broken UTF-16 sequence; the file is damaged or cut off, save it as UTF-8 again",
        place(utf16.text, Stored::utf16, mark_size)));
  }
  const char* const name = endian == Endian::little ? "UTF-16LE" : "UTF-16BE";
  return {{std::move(utf16.text), name, mark_size == 0}, Stored::utf16, mark_size};
}

Raw from_utf8(std::string_view text, std::size_t mark_size) {
  return {{std::string(text), "UTF-8", false}, Stored::utf8, mark_size};
}

Raw from_legacy(std::string_view bytes) {
  Legacy legacy = from_legacy_encoding(bytes);
  return {{std::move(legacy.text), std::move(legacy.encoding), true},
          legacy.single_byte ? Stored::one_byte : Stored::several_bytes,
          0};
}

Raw from_bytes(std::string_view bytes) {
  if (bytes.starts_with(utf8_mark)) {
    const std::string_view text = bytes.substr(utf8_mark.size());
    if (!is_valid_utf8(text)) refuse_damaged_utf8(text, utf8_mark.size());
    return from_utf8(text, utf8_mark.size());
  }
  if (bytes.starts_with(utf16le_mark)) return from_utf16(bytes, Endian::little, 2);
  if (bytes.starts_with(utf16be_mark)) return from_utf16(bytes, Endian::big, 2);
  if (const auto endian = endian_by_zeros(bytes)) return from_utf16(bytes, *endian, 0);
  if (is_valid_utf8(bytes)) return from_utf8(bytes, 0);
  if (is_damaged_utf8(bytes)) refuse_damaged_utf8(bytes, 0);
  return from_legacy(bytes);
}

// ---- Control characters and line ends ---------------------------------------------------------

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85);
}

// Whether one of eight bytes may belong to a control character: below 0x20, 0x7F, or 0xC2, with
// which all C1 controls begin. May say yes in vain, never no.
bool may_hold_control(std::uint64_t eight) {
  const auto zero_byte = [](std::uint64_t x) { return (x - every_byte) & ~x; };
  const std::uint64_t below_space = (eight - every_byte * 0x20) & ~eight;
  const std::uint64_t found =
      below_space | zero_byte(eight ^ every_byte * 0x7F) | zero_byte(eight ^ every_byte * 0xC2);
  return (found & every_byte * 0x80) != 0;
}

std::optional<std::size_t> find_control(std::string_view text) {
  for (std::size_t block = 0; block < text.size(); block += 8) {
    const std::size_t end = std::min(text.size(), block + 8);
    if (end - block == 8 && !may_hold_control(eight_bytes(text, block))) continue;
    for (std::size_t at = block; at < end; ++at) {
      std::size_t next = at;
      if (!is_continuation(text[at]) && is_forbidden(next_code_point(text, next))) return at;
    }
  }
  return std::nullopt;
}

[[noreturn]] void refuse_control(const Raw& raw, std::size_t at) {
  const std::string_view text = raw.decoded.text;
  std::size_t next = at;
  const auto control = static_cast<unsigned int>(next_code_point(text, next));
  const std::string where = place(text.substr(0, at), raw.stored, raw.mark_size);
  if (raw.stored == Stored::one_byte && control >= 0x80) {
    throw InputError(fmt::format(
        "{}: the byte 0x{:02X} is no character in {}, which the file seems to be in; save the "
        "file as UTF-8",
        where, control, raw.decoded.encoding));
  }
  throw InputError(
      fmt::format("{}: the control character U+{:04X} does not belong in a text; if this is a text "
                  "file, remove it or save the file as UTF-8",
                  where, control));
}

void unify_line_ends(std::string& text) {
  std::size_t from = text.find('\r');
  if (from == text.npos) return;
  std::size_t to = from;
  while (from < text.size()) {
    const std::size_t next = std::min(text.find('\r', from), text.size());
    std::memmove(text.data() + to, text.data() + from, next - from);
    to += next - from;
    from = next;
    if (from == text.size()) break;
    text[to++] = '\n';
    from += from + 1 < text.size() && text[from + 1] == '\n' ? 2 : 1;
  }
  text.resize(to);
}

}  // namespace

bool is_valid_utf8(std::string_view text) { return well_formed_prefix(text) == text.size(); }

Decoded decode(std::string_view bytes) {
  refuse_known_formats(bytes);
  Raw raw = from_bytes(bytes);
  if (const auto control = find_control(raw.decoded.text)) refuse_control(raw, *control);
  unify_line_ends(raw.decoded.text);
  return std::move(raw.decoded);
}

}  // namespace themata::text
