#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace themata::ingest::detail {

/// The code page of a character set as fonts name it (`\fcharset`); `otherwise` for the default
/// one, and for those that have none.
int code_page_of_charset(int charset, int otherwise);

/// `number` if it is a code page of Windows or DOS that can be read; else 1252. There are few, so
/// that a file cannot ask for converters without end.
int known_code_page(int number);

/// The characters of a code page, decoded as they come.
class CodePage {
 public:
  /// By its number as Windows has it. One that is not known is read as windows-1252.
  explicit CodePage(int number);

  /// What ICU calls it.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// True if another byte must follow on this one.
  [[nodiscard]] bool is_lead(unsigned char byte) const;
  /// As UTF-8. What is no character is U+FFFD.
  std::string decode(std::string_view bytes);

 private:
  const std::string& character(std::string_view bytes);

  std::string name_;
  bool is_utf8_ = false;
  bool is_double_ = false;
  std::vector<std::string> single_;                       ///< filled as they come
  std::unordered_map<std::string, std::string> doubles_;  ///< likewise
};

}  // namespace themata::ingest::detail
