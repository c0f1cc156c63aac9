#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace themata::report::detail {

/// `text` such that HTML shows it as it is, in an element or a quoted attribute. Control characters
/// are U+FFFD.
std::string escape_html(std::string_view text);

/// `text` as a part of an address behind `?`: all but letters, digits, `-`, `_`, `.` and `~` as
/// `%XX`.
std::string percent_encoded(std::string_view text);

/// The beginning of a page that needs no other file: up to and with the start tag of its body.
void begin_html_page(const std::string& title, std::ostream& out);
void end_html_page(std::ostream& out);

}  // namespace themata::report::detail
