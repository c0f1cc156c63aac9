#include "themata/ingest/detail/markdown_inlines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "themata/ingest/detail/character_reference.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/emphasis.hpp"
#include "themata/ingest/detail/markdown_verbatim.hpp"
#include "themata/ingest/detail/punctuation.hpp"

namespace themata::ingest::detail {
namespace {

constexpr std::array<bool, 256> make_specials() {
  std::array<bool, 256> specials{};
  for (const char c : {'\\', '&', '*', '_', '`', '<', '[', ']'}) {
    specials[static_cast<unsigned char>(c)] = true;
  }
  return specials;
}
constexpr std::array<bool, 256> is_special = make_specials();

/// A `[` or `![` that may yet begin a link.
struct LinkOpener {
  bool is_image;
  std::size_t delimiters;  ///< how many delimiter runs stood before it
};

class InlineReader {
 public:
  InlineReader(std::string_view in, std::string& out)
      : in_(in), out_(out), emphasis_(out), verbatim_(in) {}

  void read(std::vector<std::size_t>& emphasised_colons) {
    while (at_ < in_.size()) {
      const std::size_t begin = at_;
      while (at_ < in_.size() && !is_special[static_cast<unsigned char>(in_[at_])]) ++at_;
      out_ += in_.substr(begin, at_ - begin);
      if (at_ < in_.size()) read_special();
    }
    emphasis_.match(0);
    emphasis_.remove_marks(emphasised_colons);
  }

 private:
  void read_special() {
    switch (in_[at_]) {
      case '\\':
        return read_escape();
      case '&':
        return read_reference();
      case '*':
      case '_':
        return read_delimiters();
      case '`':
        return copy_until(verbatim_.code_span_end(at_));
      case '<':
        return copy_until(verbatim_.html_end(at_));
      case '[':
        openers_.push_back({at_ > 0 && in_[at_ - 1] == '!', emphasis_.count()});
        return copy_until(at_ + 1);
      default:
        return read_link_end();
    }
  }

  void copy_until(std::size_t end) {
    out_ += in_.substr(at_, end - at_);
    at_ = end;
  }

  void read_escape() {
    const bool escapes = at_ + 1 < in_.size() && is_ascii_punctuation(in_[at_ + 1]);
    if (escapes) ++at_;
    copy_until(at_ + 1);
  }

  void read_reference() {
    const std::size_t end = read_character_reference(in_, at_, out_);
    if (end == at_) return copy_until(at_ + 1);
    at_ = end;
  }

  [[nodiscard]] char32_t character_before() const {
    std::size_t at = at_;
    return at == 0 ? U'\n' : text::previous_code_point(in_, at);
  }

  void read_delimiters() {
    const char mark = in_[at_];
    const char32_t before = character_before();
    std::size_t end = in_.find_first_not_of(mark, at_);
    if (end == in_.npos) end = in_.size();
    std::size_t next = end;
    const char32_t after = end == in_.size() ? U'\n' : text::next_code_point(in_, next);
    emphasis_.add(mark, end - at_, before, after);
    copy_until(end);
  }

  /// `](destination)` ends a link: emphasis is matched inside of its text alone. Links hold no
  /// links: the openers before one can only begin images.
  void read_link_end() {
    std::size_t end = at_ + 1;
    if (!openers_.empty()) {
      const LinkOpener opener = openers_.back();
      openers_.pop_back();
      const bool may_open = opener.is_image || openers_.size() >= images_only_below_;
      images_only_below_ = std::min(images_only_below_, openers_.size());
      const std::size_t link_end = may_open ? link_target_end(in_, at_ + 1) : at_ + 1;
      if (link_end > end) {
        end = link_end;
        emphasis_.match(opener.delimiters);
        if (!opener.is_image) images_only_below_ = openers_.size();
      }
    }
    copy_until(end);
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string& out_;
  Emphasis emphasis_;
  Verbatim verbatim_;
  std::vector<LinkOpener> openers_;
  std::size_t images_only_below_ = 0;
};

}  // namespace

void append_plain_inlines(std::string_view inlines, std::string& out,
                          std::vector<std::size_t>& emphasised_colons) {
  InlineReader(inlines, out).read(emphasised_colons);
}

}  // namespace themata::ingest::detail
