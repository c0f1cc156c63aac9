#include "themata/ingest/file_format.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "themata/error.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/formats/captions.hpp"
#include "themata/ingest/formats/docx.hpp"
#include "themata/ingest/formats/html.hpp"
#include "themata/ingest/formats/odt.hpp"
#include "themata/ingest/formats/pdf.hpp"
#include "themata/ingest/formats/plain_text.hpp"
#include "themata/ingest/formats/rtf.hpp"
#include "themata/ingest/formats/table_file.hpp"

namespace themata::ingest {

namespace {

using Reader = Document (*)(std::string_view bytes);

/// What the bytes of a format begin with, if that tells it from all others.
enum class Signature { none, zip, pdf, rtf, word_97 };

struct FormatEntry {
  FileFormat format;
  std::string_view extension;
  Signature signature;
  Reader read;
};

// The first of each format is the one that messages name.
constexpr auto formats = std::to_array<FormatEntry>({
    {FileFormat::plain_text, ".txt", Signature::none, read_plain_text},
    {FileFormat::plain_text, ".text", Signature::none, read_plain_text},
    {FileFormat::markdown, ".md", Signature::none, read_markdown},
    {FileFormat::markdown, ".markdown", Signature::none, read_markdown},
    {FileFormat::docx, ".docx", Signature::zip, read_docx},
    {FileFormat::odt, ".odt", Signature::zip, read_odt},
    {FileFormat::rtf, ".rtf", Signature::rtf, read_rtf},
    {FileFormat::html, ".html", Signature::none, read_html},
    {FileFormat::html, ".htm", Signature::none, read_html},
    {FileFormat::html, ".xhtml", Signature::none, read_html},
    {FileFormat::pdf, ".pdf", Signature::pdf, read_pdf},
    {FileFormat::srt, ".srt", Signature::none, read_srt},
    {FileFormat::vtt, ".vtt", Signature::none, read_vtt},
    {FileFormat::csv, ".csv", Signature::none, read_csv},
    {FileFormat::tsv, ".tsv", Signature::none, read_tsv},
    {FileFormat::xlsx, ".xlsx", Signature::zip, read_xlsx},
});

const FormatEntry& entry_of(FileFormat format) {
  return *std::find_if(formats.begin(), formats.end(),
                       [&](const FormatEntry& entry) { return entry.format == format; });
}

Signature signature_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::size_t farthest_pdf_mark = 1024;  // readers of PDF forgive so much before it
  if (bytes.starts_with("PK\x03\x04"sv)) return Signature::zip;
  if (bytes.starts_with("{\\rtf"sv)) return Signature::rtf;
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return Signature::word_97;
  if (bytes.substr(0, farthest_pdf_mark).find("%PDF-"sv) != bytes.npos) return Signature::pdf;
  return Signature::none;
}

/// What a person would call such a file, and what to do with it.
std::string description_of(Signature signature) {
  switch (signature) {
    case Signature::zip:
      return "a ZIP file (as .docx, .odt and .xlsx files are)";
    case Signature::pdf:
      return "a PDF file; rename it to .pdf";
    case Signature::rtf:
      return "Rich Text; rename it to .rtf";
    case Signature::word_97:
      return "a file of Microsoft Office before 2007, or one with a password; open it there and "
             "save it as .docx or .xlsx, without a password";
    case Signature::none:
      break;
  }
  return "something else";
}

}  // namespace

std::optional<FileFormat> format_of_extension(std::string_view extension) {
  std::string lower{extension};
  std::transform(lower.begin(), lower.end(), lower.begin(), detail::to_ascii_lower);
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const FormatEntry& entry) {
    return entry.extension == lower;
  });
  if (found == formats.end()) return std::nullopt;
  return found->format;
}

std::vector<std::string_view> readable_extensions() {
  std::vector<std::string_view> extensions;
  for (const FormatEntry& entry : formats) extensions.push_back(entry.extension);
  return extensions;
}

std::string_view extension_of(FileFormat format) { return entry_of(format).extension; }

void require_signature(std::string_view bytes, FileFormat format) {
  const FormatEntry& entry = entry_of(format);
  const Signature found = signature_of(bytes);
  if (bytes.empty()) throw InputError("the file is empty");
  if (found == entry.signature || (found == Signature::pdf && entry.signature == Signature::none)) {
    return;
  }
  const std::string name{entry.extension};
  if (found != Signature::none) {
    const std::string claim = entry.signature == Signature::none ? "text" : name + " file";
    throw InputError("is no " + claim + " by what it holds but " + description_of(found));
  }
  throw InputError("is no " + name +
                   " file: it does not begin as one; open it with the program "
                   "that it is from and save it anew");
}

Document read_document(std::string_view bytes, FileFormat format) {
  require_signature(bytes, format);
  return entry_of(format).read(bytes);
}

}  // namespace themata::ingest
