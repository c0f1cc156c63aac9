#include "themata/text/stem.hpp"

#include <algorithm>
#include <array>

#include <libstemmer.h>

#include "themata/error.hpp"
#include "themata/text/language_tag.hpp"

namespace themata::text {
namespace {

struct Algorithm {
  std::string_view language;  // the primary subtag of a BCP 47 tag
  const char* name;           // what Snowball calls it
};

constexpr std::array algorithms = {
    Algorithm{"ar", "arabic"},    Algorithm{"ca", "catalan"},    Algorithm{"da", "danish"},
    Algorithm{"de", "german"},    Algorithm{"el", "greek"},      Algorithm{"en", "english"},
    Algorithm{"es", "spanish"},   Algorithm{"eu", "basque"},     Algorithm{"fi", "finnish"},
    Algorithm{"fr", "french"},    Algorithm{"ga", "irish"},      Algorithm{"hi", "hindi"},
    Algorithm{"hu", "hungarian"}, Algorithm{"hy", "armenian"},   Algorithm{"id", "indonesian"},
    Algorithm{"it", "italian"},   Algorithm{"lt", "lithuanian"}, Algorithm{"nb", "norwegian"},
    Algorithm{"ne", "nepali"},    Algorithm{"nl", "dutch"},      Algorithm{"nn", "norwegian"},
    Algorithm{"no", "norwegian"}, Algorithm{"pt", "portuguese"}, Algorithm{"ro", "romanian"},
    Algorithm{"ru", "russian"},   Algorithm{"sr", "serbian"},    Algorithm{"sv", "swedish"},
    Algorithm{"ta", "tamil"},     Algorithm{"tr", "turkish"},    Algorithm{"yi", "yiddish"},
};

std::string known_languages() {
  std::string list;
  for (const Algorithm& algorithm : algorithms) {
    if (!list.empty()) list += ", ";
    list += algorithm.language;
  }
  return list;
}

// libstemmer knows no other kind of failure than an algorithm that was not built in.
sb_stemmer* open_stemmer(const std::string& language) {
  const std::string primary = primary_language(language);
  const auto* const found =
      std::find_if(algorithms.begin(), algorithms.end(),
                   [&](const Algorithm& algorithm) { return algorithm.language == primary; });
  sb_stemmer* const stemmer =
      found == algorithms.end() ? nullptr : sb_stemmer_new(found->name, "UTF_8");
  if (stemmer == nullptr) {
    throw NotFound("there is no stemmer for the language \"" + language +
                   "\"; use one of: " + known_languages());
  }
  return stemmer;
}

}  // namespace

struct Stemmer::Impl {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer;
};

Stemmer::Stemmer(const std::string& language)
    : impl_(new Impl{std::unique_ptr<sb_stemmer, Impl::Delete>(open_stemmer(language))}) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view folded_word) {
  sb_stemmer* const stemmer = impl_->stemmer.get();
  const auto* const symbols = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const sb_symbol* const stem =
      sb_stemmer_stem(stemmer, symbols, static_cast<int>(folded_word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace themata::text
