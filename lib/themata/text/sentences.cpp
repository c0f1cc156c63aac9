#include "themata/text/sentences.hpp"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "themata/text/characters.hpp"
#include "themata/text/icu_status.hpp"

namespace themata::text {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// An ill-formed tag gives the root locale's rules.
icu::Locale locale_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  return U_FAILURE(status) != 0 || locale.isBogus() != 0 ? icu::Locale::getRoot() : locale;
}

}  // namespace

std::vector<TextRange> sentences(std::string_view text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> boundaries(
      icu::BreakIterator::createSentenceInstance(locale_of(language), status));
  const std::unique_ptr<UText, CloseText> source(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  check_icu(status, "find sentences");
  boundaries->setText(source.get(), status);
  check_icu(status, "find sentences");

  std::vector<TextRange> found;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto end = static_cast<std::size_t>(boundaries->next());
    const std::string_view sentence = trim(text.substr(begin, end - begin));
    if (!sentence.empty()) {
      const auto at = static_cast<std::size_t>(sentence.data() - text.data());
      found.push_back(byte_range(at, at + sentence.size()));
    }
    begin = end;
  }
  return found;
}

}  // namespace themata::text
