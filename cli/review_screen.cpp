#include "cli/review_screen.hpp"

#include <iostream>

#include <fmt/format.h>

#include "cli/keyboard.hpp"
#include "cli/terminal.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

constexpr const char* reversed = "\033[7m";
constexpr const char* plain = "\033[0m";
constexpr const char* keys =
    "k keep   x leave out   n note   s skip   u undo   q quit (go on another time)";

/// The words of a line with the hit between marks (which a text may not hold), wrapped, the marks then turned
/// into what a terminal highlights by.
std::string highlighted(const study::KwicLine& line) {
  constexpr const char* begin_mark = "\uE000";
  constexpr const char* end_mark = "\uE001";
  const auto shown = [&](const std::string& text) {
    std::string printed = text::printable(text, text::LineBreaks::as_spaces);
    for (const char* mark : {begin_mark, end_mark}) {
      for (std::size_t at; (at = printed.find(mark)) != std::string::npos;) {
        printed.replace(at, std::string(mark).size(), "?");
      }
    }
    return printed;
  };
  const std::string whole =
      shown(line.before) + begin_mark + shown(line.keyword) + end_mark + shown(line.after);
  std::string result;
  for (const std::string& part : text::wrap_behind(4, whole, terminal_width() + 2)) {
    result += "  " + part + '\n';
  }
  for (const auto& [mark, code] : {std::pair{begin_mark, reversed}, std::pair{end_mark, plain}}) {
    const std::size_t at = result.find(mark);
    if (at != std::string::npos) result.replace(at, std::string(mark).size(), code);
  }
  return result;
}

/// A review on its way.
class Screen {
 public:
  /// `all`: decided hits too.
  Screen(const Context& context, study::Project& project, study::FamilyReview& review, bool all)
      : context_(context), project_(project), review_(review), all_(all) {}

  void run() {
    std::cout << keys << '\n';
    pass_over_decided();
    while (at_ < review_.hits.size()) {
      show();
      if (!take_key()) break;
    }
    context_.print(fmt::format("{}: {} kept, {} left out, {} not decided\n", review_.family.name,
                               review_.kept(), review_.left_out(),
                               review_.hits.size() - review_.kept() - review_.left_out()));
  }

 private:
  [[nodiscard]] study::ReviewHit& hit() { return review_.hits[at_]; }

  void pass_over_decided() {
    while (!all_ && at_ < review_.hits.size() && hit().left_out) ++at_;
  }

  void go_on() {
    ++at_;
    pass_over_decided();
  }

  void show() {
    context_.print(fmt::format("\n{} {} of {}, {}: {}\n", review_.family.name, at_ + 1,
                               review_.hits.size(), hit().line.source, hit().line.participant));
    std::cout << highlighted(hit().line);
    if (hit().left_out) {
      context_.print(fmt::format("  ({}{}{})\n", model::decision_word(*hit().left_out),
                                 hit().reason.empty() ? "" : ": ", hit().reason));
    }
  }

  /// False to quit.
  bool take_key() {
    std::cout << "> ";
    for (;;) {
      const auto key = keyboard_.key();
      switch (key.value_or('q')) {
        case 'k':
          return decide(false);
        case 'x':
          return decide(true);
        case 'n':
          std::cout << "note: ";
          note_ = keyboard_.line();
          std::cout << "> ";
          break;
        case 's':
        case ' ':
          std::cout << "skipped\n";
          go_on();
          return true;
        case 'u':
          undo();
          return true;
        case 'q':
          std::cout << '\n';
          return false;
        default:
          std::cout << "\n" << keys << "\n> ";
      }
    }
  }

  bool decide(bool left_out) {
    if (left_out && note_.empty()) {
      std::cout << "leave it out; why (Enter for no reason): ";
      note_ = keyboard_.line();
    }
    undone_to_.push_back({at_, hit().left_out, hit().reason, hit().coder});
    set(left_out, note_, "");
    std::cout << (left_out ? "left out\n" : "kept\n");
    note_.clear();
    go_on();
    return true;
  }

  void set(std::optional<bool> left_out, const std::string& reason, const std::string& coder) {
    study::decide(project_, review_.family, hit(), left_out, reason, coder);
    hit().left_out = left_out;
    hit().reason = reason;
    hit().coder = coder;
  }

  void undo() {
    if (undone_to_.empty()) {
      std::cout << "nothing to undo in this review\n";
      return;
    }
    const Decided last = undone_to_.back();
    undone_to_.pop_back();
    std::cout << "undone\n";
    at_ = last.hit;
    set(last.left_out, last.reason, last.coder);
  }

  struct Decided {
    std::size_t hit = 0;
    std::optional<bool> left_out;  // before
    std::string reason;
    std::string coder;
  };

  const Context& context_;
  study::Project& project_;
  study::FamilyReview& review_;
  bool all_;
  Keyboard keyboard_;
  std::size_t at_ = 0;
  std::string note_;  // for the next decision
  std::vector<Decided> undone_to_;
};

}  // namespace

void review_on_terminal(const Context& context, study::Project& project,
                        study::FamilyReview review, bool all) {
  Screen(context, project, review, all).run();
}

}  // namespace themata::cli
