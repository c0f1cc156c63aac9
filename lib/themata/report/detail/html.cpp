#include "themata/report/detail/html.hpp"

#include <ostream>

#include "themata/text/xml_characters.hpp"

namespace themata::report::detail {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; margin: 2rem auto; max-width: 60rem;
       padding: 0 1rem; }
table { border-collapse: collapse; margin: 1.5rem 0; border-top: 1.5px solid;
        border-bottom: 1.5px solid; }
caption { text-align: left; font-style: italic; padding-bottom: .5rem; }
th { border-bottom: 1px solid; font-weight: normal; text-align: left; vertical-align: bottom; }
th, td { padding: .25rem .75rem .25rem 0; }
td { vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.note, .small { font-size: .875rem; }
.note { margin: -1rem 0 1.5rem; }
.note p { margin: .25rem 0; }
blockquote { margin: 1rem 2.5rem; }
p, blockquote { white-space: pre-line; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; }
               tr { break-inside: avoid; } }
)";

}  // namespace

std::string escape_html(std::string_view text) {
  std::string result;
  for (const char c : text::xml_characters(text).text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      case '\r':
        result += "&#13;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool stands_for_itself = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                   (c >= '0' && c <= '9') ||
                                   std::string_view("-_.~").find(c) != std::string_view::npos;
    if (stands_for_itself) {
      result += c;
    } else {
      result += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return result;
}

void begin_html_page(const std::string& title, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << escape_html(title) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n";
}

void end_html_page(std::ostream& out) { out << "</body>\n</html>\n"; }

}  // namespace themata::report::detail
