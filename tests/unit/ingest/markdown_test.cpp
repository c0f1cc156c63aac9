#include "themata/ingest/markdown.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "unit/ingest/growth.hpp"

namespace themata::ingest {
namespace {

struct Example {
  std::string markdown;
  std::string plain;
};

}  // namespace

TEST_CASE("a backslash escapes ASCII punctuation and nothing else") {
  const auto example = GENERATE(values<Example>({
      {R"(\[laughs\])", "[laughs]"},
      {R"(\*not emphasis\*)", "*not emphasis*"},
      {R"(\\)", "\\"},
      {R"(\a \1 \é)", R"(\a \1 \é)"},
      {"ends with \\", "ends with \\"},
      {"a hard break\\\nnext", "a hard break\\\nnext"},
      {R"(\&amp;)", "&amp;"},
      {R"(*a\*b*)", "a*b"},
  }));
  CHECK(plain_from_markdown(example.markdown) == example.plain);
}

TEST_CASE("character references become characters") {
  const auto example = GENERATE(values<Example>({
      {"I&#39;m &quot;here&quot; &amp; there", "I'm \"here\" & there"},
      {"&lt;b&gt; &apos; &nbsp;", "<b> ' \u00A0"},
      {"&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;", "…—–‘’“”"},
      {"&eacute;&Eacute;&ouml;&szlig;&ccedil;&ntilde;", "éÉößçñ"},
      {"&#x27;&#X2019;&#8217;", "'’’"},
      {"&#128512;", "😀"},
      {"&unknown; &amp &#; &#x; &;", "&unknown; &amp &#; &#x; &;"},
      {"&#12345678; &#x1234567;", "&#12345678; &#x1234567;"},
      {"&#0;&#1;&#xD800;&#x110000;&#13;", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"&#42;not emphasis&#42;", "*not emphasis*"},
      {"**&lt;Ben&gt;:** so", "<Ben>: so"},
      {"&amp;lt;", "&lt;"},
      {"&euro;&hearts;&lsqb;x&rsqb;", "€♥[x]"},
  }));
  CHECK(plain_from_markdown(example.markdown) == example.plain);
}

TEST_CASE("emphasis is undone by CommonMark's rules") {
  const auto example = GENERATE(values<Example>({
      {"**Ben:** text", "Ben: text"},
      {"**Ben**: text", "Ben: text"},
      {"__Ben:__ text", "Ben: text"},
      {"*a* _b_ **c** __d__ ***e*** ___f___", "a b c d e f"},
      {"**a *b* c**", "a b c"},
      {"*a **b** c*", "a b c"},
      {"***a** b*", "a b"},
      {"***a* b**", "a b"},
      {"un*frigging*believable", "unfriggingbelievable"},
      {"snake_case_name", "snake_case_name"},
      {"_snake_case", "_snake_case"},
      {"5 * 3 * 2", "5 * 3 * 2"},
      {"a * b*", "a * b*"},
      {"*unmatched", "*unmatched"},
      {"unmatched*", "unmatched*"},
      {"**a*", "*a"},
      {"*a**", "a*"},
      {"****", "****"},
      {"**Ben: **text", "**Ben: **text"},
      {"*(*a*)*", "(a)"},
      {"foo*\"bar\"*baz", "foo*\"bar\"*baz"},
      {"foo-_(bar)_", "foo-(bar)"},
      {"_foo_bar_baz_", "foo_bar_baz"},
      {"*foo _bar* baz_", "foo _bar baz_"},
      {"**foo*bar**", "foo*bar"},
      {"*foo**bar**baz*", "foobarbaz"},
      {"*foo**bar*", "foo**bar"},
      {"foo***bar***baz", "foobarbaz"},
      {"*\u00A0a*", "*\u00A0a*"},
      {"**\u201CBen\u201D**", "\u201CBen\u201D"},
      {"*a\nb*", "a\nb"},
  }));
  CHECK(plain_from_markdown(example.markdown) == example.plain);
}

TEST_CASE("emphasis does not cross blank lines, headings or list items") {
  const auto example = GENERATE(values<Example>({
      {"*a\n\nb*", "*a\n\nb*"},
      {"*a\n  \nb*", "*a\n  \nb*"},
      {"# a *b\nc* d", "# a *b\nc* d"},
      {"- a *b\n- c* d", "- a *b\n- c* d"},
      {"* a *b*\n* c", "* a b\n* c"},
      {"***\n*a*\n***", "***\na\n***"},
      {"# **Title**", "# Title"},
  }));
  CHECK(plain_from_markdown(example.markdown) == example.plain);
}

TEST_CASE("code, links, tags and line ends stay as typed") {
  const auto example = GENERATE(values<Example>({
      {"`*a*` *b*", "`*a*` b"},
      {"``a ` *b* `` *c*", "``a ` *b* `` c"},
      {"`unclosed *a*", "`unclosed a"},
      {"`&amp;` &amp;", "`&amp;` &"},
      {"[*text*](http://a_b_c/*x*) _d_", "[text](http://a_b_c/*x*) d"},
      {"*a [b*](c)", "*a [b*](c)"},
      {"[laughs](loudly and *clearly*)", "[laughs](loudly and clearly)"},
      {"<http://a_b_c_> _d_", "<http://a_b_c_> d"},
      {"<a title=\"*x*\">*y*</a>", "<a title=\"*x*\">y</a>"},
      {"<!-- *x* --> *y*", "<!-- *x* --> y"},
      {"a < b *c*", "a < b c"},
      {"```\n*a* \\[\n```\n*b*", "```\n*a* \\[\n```\nb"},
      {"~~~ x\n*a*\n~~~\n*b*", "~~~ x\n*a*\n~~~\nb"},
      {"para\n\n    *code*\n\n*b*", "para\n\n    *code*\n\nb"},
      {"para\n    *no code*", "para\n    no code"},
      {"- item\n\n    *no code*", "- item\n\n    no code"},
      {"a  \nb\n", "a  \nb\n"},
      {"a\n\n\nb", "a\n\n\nb"},
      {"", ""},
      {"\n", "\n"},
      {"| a | *b* |", "| a | b |"},
  }));
  CHECK(plain_from_markdown(example.markdown) == example.plain);
}

TEST_CASE("text without mark-up is not changed") {
  const std::string text = "Title\n\nBen: I said [laughs] \"no\" (twice). 5 > 3\n\tÉlodie: oui\n";
  CHECK(plain_from_markdown(text) == text);
}

TEST_CASE("hostile Markdown takes linear time") {
  const auto undo = [](const std::string& text) { return plain_from_markdown(text).size(); };
  for (const std::string unit :
       {"*a ",       "a* ",    "*a_",           "**a *b ",   "[",       "![",
        "](",        "[a](",   "[a](b \"",      "[a](<b ",   "<a b=\"", "<!-- ",
        "<![CDATA[", "<?",     "<!A ",          "`a ",       "a`b``",   "&",
        "&#",        "\\",     "_a*",           "[a](b) ![", "*_",      "[*a](b)",
        "<a:b ",     "[a](b(", "*a **b __c _d "}) {
    CAPTURE(unit);
    const auto make = [&](std::size_t size) { return test::repeated(unit, size); };
    CHECK(test::grows_linearly(make, undo, 50'000));
  }
  const auto fences = [](std::size_t size) {
    std::string text;
    for (std::size_t length = 1; text.size() < size; ++length) {
      text += std::string(length, '`') + "a";
    }
    return text;
  };
  CHECK(test::grows_linearly(fences, undo, 50'000));
}

}  // namespace themata::ingest
