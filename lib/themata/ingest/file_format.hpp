#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// The formats that a transcript may come in, one reader each (`formats/`).
enum class FileFormat { plain_text, markdown, docx, odt, rtf, html, pdf, srt, vtt, csv, tsv, xlsx };

/// The format that files with this extension (`.docx`, any case) have, if it is one that is read.
std::optional<FileFormat> format_of_extension(std::string_view extension);

/// The extensions that are read, in small letters, in the order of their formats.
std::vector<std::string_view> readable_extensions();

/// `.docx`, for messages.
std::string_view extension_of(FileFormat format);

/// Throws `InputError` (without a file name) for no bytes, and for bytes that do not begin as a
/// file of that format or begin as one of another, with their true format if it can be told.
void require_signature(std::string_view bytes, FileFormat format);

/// Reads a file's bytes by the reader of its format. Throws `InputError` (without a file name) for
/// bytes that are not of that format, with their true format if it can be told; for ones that are
/// damaged, encrypted or above a reader's limits.
Document read_document(std::string_view bytes, FileFormat format);

}  // namespace themata::ingest
