#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::exchange {

/// A code around a stretch of a text, in bytes of the text without marks.
struct AnnotatedCoding {
  std::string code;
  text::TextRange range;
  std::size_t begin_line = 0;  ///< of the opening mark in the file, from 1; 0 if it was not read
  std::size_t end_line = 0;    ///< of the closing mark
};

/// What an annotation file was made from. No member has a line break in it.
struct AnnotationOrigin {
  std::string study;      ///< the study's GUID
  std::string source_id;  ///< the source's GUID
  std::string source;     ///< its name, for people
  std::string coder;
  std::string text_hash;  ///< tells one version of the text from another
};

/// A text with the codings of one coder, as it is written into an annotation file
/// (docs/file-formats.md, "Annotations").
struct Annotation {
  AnnotationOrigin origin;
  std::vector<std::string> codes;  ///< names to copy from
  std::string text;                ///< UTF-8
  std::vector<AnnotatedCoding> codings;
};

/// The file. Reading it gives the same text and the same codings, each once. Throws `InputError`
/// for a code whose name has a line break, which no mark can hold.
std::string write_annotation(const Annotation& annotation);

/// `{{Trust}}`: a code's name as it opens a coding, with a backslash before what a mark would take
/// for something else. Throws as `write_annotation`.
std::string opening_mark(std::string_view code);

/// An annotation file as it came back from a person.
struct ReadAnnotation {
  /// A coding as it was when the file was written, in code points of the text.
  struct Exported {
    std::string code;
    text::CodePointRange range;
  };
  std::string file;       ///< its name, for messages
  bool is_empty = false;  ///< nothing but white space: whoever emptied it has given up
  AnnotationOrigin origin;
  std::vector<Exported> exported;
  std::string text;           ///< without marks
  std::size_t text_line = 1;  ///< of the file, in which the text begins
  std::vector<AnnotatedCoding> codings;
};

/// Reads an annotation file; `name` is for messages. Throws `InputError` with file and line for
/// bytes that are not UTF-8, lines around the text that are missing or changed, a mark that is
/// empty or not closed on its line, an opening mark without a closing one and the reverse, a coding
/// without text.
ReadAnnotation read_annotation(const std::string& name, std::string_view bytes);

/// The codings of `annotation` as ranges of `stored`, which its text must be: to the byte, or but
/// for white space at the ends of lines, which editors strip, or end by CRLF. Throws `InputError`
/// with the line and both readings of it if words changed, and for a mark inside of a
/// user-perceived character.
std::vector<AnnotatedCoding> codings_on(const ReadAnnotation& annotation, std::string_view stored);

}  // namespace themata::exchange
