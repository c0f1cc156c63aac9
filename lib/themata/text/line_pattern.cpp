#include "themata/text/line_pattern.hpp"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include "themata/error.hpp"
#include "themata/text/icu_status.hpp"

namespace themata::text {
namespace {

constexpr std::int32_t most_steps = 100;  // in ICU's unit of some milliseconds

std::unique_ptr<icu::RegexPattern> compile(const std::string& expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), 0, place, status));
  if (U_FAILURE(status) != 0) {
    throw InputError("the regular expression \"" + expression +
                     "\" is not well-formed at character " + std::to_string(place.offset));
  }
  return pattern;
}

}  // namespace

struct LinePattern::Impl {
  explicit Impl(const std::string& written)
      : expression(written),
        pattern(compile(written)),
        text(utext_openUTF8(nullptr, "", 0, &status)),
        matcher(pattern->matcher(status)) {
    check_icu(status, "compile a regular expression");
    matcher->setTimeLimit(most_steps, status);
    check_icu(status, "compile a regular expression");
  }
  ~Impl() { utext_close(text); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[nodiscard]] TextRange range(std::int32_t group) {
    return byte_range(static_cast<std::size_t>(matcher->start64(group, status)),
                      static_cast<std::size_t>(matcher->end64(group, status)));
  }

  UErrorCode status = U_ZERO_ERROR;
  std::string expression;
  std::unique_ptr<icu::RegexPattern> pattern;
  UText* text;
  std::unique_ptr<icu::RegexMatcher> matcher;
};

LinePattern::LinePattern(const std::string& expression)
    : impl_(std::make_unique<Impl>(expression)) {
  if (match("")) {
    throw InputError("the regular expression \"" + expression + "\" fits an empty line");
  }
}

LinePattern::~LinePattern() = default;
LinePattern::LinePattern(LinePattern&&) noexcept = default;
LinePattern& LinePattern::operator=(LinePattern&&) noexcept = default;

std::optional<LinePattern::Match> LinePattern::match(std::string_view line) {
  impl_->status = U_ZERO_ERROR;
  utext_openUTF8(impl_->text, line.data(), static_cast<std::int64_t>(line.size()), &impl_->status);
  impl_->matcher->reset(impl_->text);
  const bool found = impl_->matcher->lookingAt(impl_->status) != 0;
  if (impl_->status == U_REGEX_TIME_OUT || impl_->status == U_REGEX_STACK_OVERFLOW) {
    throw InputError("the regular expression \"" + impl_->expression +
                     "\" takes too long on a line; make it simpler");
  }
  check_icu(impl_->status, "match a regular expression");
  if (!found) return std::nullopt;
  const TextRange whole = impl_->range(0);
  const bool grouped =
      impl_->matcher->groupCount() > 0 && impl_->matcher->start64(1, impl_->status) >= 0;
  return Match{whole, grouped ? impl_->range(1) : whole};
}

}  // namespace themata::text
