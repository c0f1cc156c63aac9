#include "themata/container/xml_limits.hpp"

#include "themata/error.hpp"

namespace themata::container {

namespace {

/// Bytes that a parser will take at most for the tree of this text.
std::size_t estimated_tree(std::string_view bytes) {
  constexpr std::size_t node_size = 64;
  constexpr std::size_t attribute_size = 40;
  std::size_t size = bytes.size();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char next = i + 1 < bytes.size() ? bytes[i + 1] : '<';
    if (bytes[i] == '<' && next != '/') size += node_size;
    if (bytes[i] == '>' && next != '<') size += node_size;
    if (bytes[i] == '=') size += attribute_size;
  }
  return size;
}

/// Of UTF-16 every other byte is zero: without them its letters are those of the Latin alphabet.
std::string without_zeros(std::string_view bytes) {
  std::string letters;
  for (const char c : bytes) {
    if (c != '\0') letters += c;
  }
  return letters;
}

/// What stands before the root element; entities are declared there and nowhere else.
std::string_view prolog(std::string_view bytes) {
  std::size_t at = bytes.find('<');
  while (at != std::string_view::npos && at + 1 < bytes.size()) {
    if (bytes[at + 1] != '!' && bytes[at + 1] != '?') break;
    at = bytes.find('<', at + 1);
  }
  return bytes.substr(0, at);
}

bool declares_entities(std::string_view bytes) {
  return prolog(bytes).find("<!ENTITY") != std::string_view::npos;
}

}  // namespace

void require_harmless_xml(std::string_view bytes, std::size_t largest_tree,
                          const std::string& what) {
  if (estimated_tree(bytes) > largest_tree) {
    throw InputError(what + " is too large to be read (" + std::to_string(bytes.size()) +
                     " bytes of XML); save it in several files");
  }
  const bool has_zeros = bytes.find('\0') != std::string_view::npos;
  if (declares_entities(has_zeros ? without_zeros(bytes) : bytes)) {
    throw InputError(what +
                     " declares XML entities, which nothing that is exchanged here does; it was "
                     "not read");
  }
}

}  // namespace themata::container
