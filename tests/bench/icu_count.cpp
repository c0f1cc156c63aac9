#include "icu_count.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

namespace themata::bench {

namespace {

using Wide = std::u16string_view;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

/// Spellings by open addressing, each with its term's number, or `no_term` for what is no word.
class Spellings {
 public:
  static constexpr std::uint32_t no_term = 0xFFFFFFFF;

  Spellings() : slots_(1 << 12) {}

  template <class Judge>
  std::uint32_t term_of(Wide spelling, Judge judge) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char16_t unit : spelling) hash = (hash ^ unit) * 0x100000001B3U;
    hash ^= hash >> 29;
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].used; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash && Wide(units_).substr(slot.begin, slot.size) == spelling) {
        return slot.term;
      }
    }
    slots_[at] = {hash, units_.size(), spelling.size(), judge(spelling), true};
    units_ += spelling;
    const std::uint32_t term = slots_[at].term;
    if (2 * ++count_ > slots_.size()) grow();
    return term;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint32_t term = 0;
    bool used = false;
  };
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (!slot.used) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].used) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }
  std::vector<Slot> slots_;
  std::u16string units_;
  std::size_t count_ = 0;
};

struct Term {
  std::size_t frequency = 0;
  std::size_t texts = 0;
  std::size_t latest = 0;  // text, from 1
};

bool has_letter_or_number(Wide word) {
  for (std::size_t at = 0; at < word.size();) {
    UChar32 c = 0;
    U16_NEXT(word.data(), at, word.size(), c);
    if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  }
  return false;
}

std::string folded(Wide word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString term(word.data(), static_cast<std::int32_t>(word.size()));
  term.findAndReplace(icu::UnicodeString(UChar32{0x2019}), icu::UnicodeString("'"));
  term = nfc->normalize(term, status);
  term.foldCase(U_FOLD_CASE_DEFAULT);
  std::string bytes;
  nfc->normalize(term, status).toUTF8String(bytes);
  check(status);
  return bytes;
}

}  // namespace

std::vector<analysis::TermCount> count_with_icu(const std::vector<std::string>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> boundaries(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status);
  Spellings spellings;
  std::vector<Term> terms;
  std::vector<std::string> names;
  std::unordered_map<std::string, std::uint32_t> numbers;
  const auto judge = [&](Wide spelling) {
    if (!has_letter_or_number(spelling)) return Spellings::no_term;
    const auto next = static_cast<std::uint32_t>(terms.size());
    const auto [place, is_new] = numbers.try_emplace(folded(spelling), next);
    if (is_new) {
      terms.emplace_back();
      names.push_back(place->first);
    }
    return place->second;
  };
  std::vector<char16_t> units;
  UText wide = UTEXT_INITIALIZER;
  std::size_t number = 0;
  for (const std::string& text : texts) {
    ++number;
    units.resize(text.size());
    std::int32_t size = 0;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &size, text.data(),
                  static_cast<std::int32_t>(text.size()), &status);
    utext_openUChars(&wide, units.data(), size, &status);
    boundaries->setText(&wide, status);
    check(status);
    std::int32_t begin = 0;
    for (std::int32_t end; (end = boundaries->next()) != icu::BreakIterator::DONE; begin = end) {
      if (end == begin + 1 && units[begin] == u' ') continue;
      const Wide spelling(units.data() + begin, static_cast<std::size_t>(end - begin));
      const std::uint32_t term = spellings.term_of(spelling, judge);
      if (term == Spellings::no_term) continue;
      ++terms[term].frequency;
      if (terms[term].latest != number) {
        terms[term].latest = number;
        ++terms[term].texts;
      }
    }
  }
  utext_close(&wide);
  std::vector<analysis::TermCount> table;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    table.push_back({names[i], terms[i].texts, terms[i].frequency});
  }
  std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) {
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.term < b.term;
  });
  return table;
}

}  // namespace themata::bench
