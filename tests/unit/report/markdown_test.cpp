#include "themata/report/detail/markdown.hpp"

#include <catch2/catch.hpp>

using themata::report::detail::escape_markdown;
using themata::report::detail::escape_markdown_line;

TEST_CASE("What Markdown would take for markup is escaped") {
  CHECK(escape_markdown("a|b") == "a\\|b");
  CHECK(escape_markdown("*connect*") == "\\*connect\\*");
  CHECK(escape_markdown("`x` \\ <b>") == "\\`x\\` \\\\ \\<b>");
  CHECK(escape_markdown("R&D &amp; &#39; & so") == "R\\&D \\&amp; \\&#39; & so");
  CHECK(escape_markdown("~~gone~~ ~5") == "\\~~gone\\~~ ~5");
  CHECK(escape_markdown("[a](b)") == "[a\\](b)");
}

TEST_CASE("What Markdown would leave alone stays as it is") {
  for (const char* text : {"", "week_12_a", "[laughs] (pause)", "it's “quoted”, 50% — yes!",
                           "שלום 日本 😀", "- no list", "1. no list", "é_é"}) {
    CHECK(escape_markdown(text) == text);
  }
  CHECK(escape_markdown("_all_ of it") == "\\_all\\_ of it");
}

TEST_CASE("At the beginning of a line lists, headings and quotations are escaped too") {
  CHECK(escape_markdown_line("- item") == "\\- item");
  CHECK(escape_markdown_line("  + item") == "  \\+ item");
  CHECK(escape_markdown_line("# one") == "\\# one");
  CHECK(escape_markdown_line("> one") == "\\> one");
  CHECK(escape_markdown_line("12. one") == "12\\. one");
  CHECK(escape_markdown_line("3) one") == "3\\) one");
  CHECK(escape_markdown_line("12 one. - #") == "12 one. - #");
  CHECK(escape_markdown_line("=SUM") == "\\=SUM");
  CHECK(escape_markdown_line("* x") == "\\* x");
  CHECK(escape_markdown_line("  ") == "  ");
  CHECK(escape_markdown_line("12") == "12");
}
