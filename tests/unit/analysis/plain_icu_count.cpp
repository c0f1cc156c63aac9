#include "plain_icu_count.hpp"

#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace themata::test {

namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

icu::UnicodeString nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString normal = icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
  check(status);
  return normal;
}

std::string term_of(icu::UnicodeString word) {
  word.findAndReplace(icu::UnicodeString(UChar32{0x2019}), icu::UnicodeString(UChar32{'\''}));
  word = nfc(word);
  word.foldCase(U_FOLD_CASE_DEFAULT);
  word = nfc(word);
  std::string term;
  word.toUTF8String(term);
  return term;
}

bool has_letter_or_number(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if ((U_GET_GC_MASK(text.char32At(i)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  }
  return false;
}

bool is_in_aside(const model::SourceData& source, std::size_t begin, std::size_t end) {
  for (const auto& aside : source.asides) {
    const bool inside = aside.range.begin.value <= begin && end <= aside.range.end.value;
    if (inside && aside.kind != model::AsideKind::speech) return true;
  }
  return false;
}

}  // namespace

void count_plainly(const model::SourceData& source, PlainCounts& counts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status);
  for (const auto& turn : source.turns) {
    if (!turn.speaker) continue;
    const auto& speaker = source.speakers[*turn.speaker];
    if (speaker.role != model::SpeakerRole::participant) continue;
    const auto text =
        icu::UnicodeString::fromUTF8(source.text.substr(turn.range.begin.value, turn.range.size()));
    iterator->setText(text);
    std::size_t byte = turn.range.begin.value;
    for (std::int32_t begin = iterator->first(), end = iterator->next();
         end != icu::BreakIterator::DONE; begin = end, end = iterator->next()) {
      const icu::UnicodeString segment = text.tempSubStringBetween(begin, end);
      std::string bytes;
      segment.toUTF8String(bytes);
      const std::size_t from = byte;
      byte += bytes.size();
      if (!has_letter_or_number(segment) || is_in_aside(source, from, byte)) continue;
      PlainCount& count = counts[term_of(segment)];
      ++count.frequency;
      count.participants.insert(speaker.label);
    }
  }
}

}  // namespace themata::test
