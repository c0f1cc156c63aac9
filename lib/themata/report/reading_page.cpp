#include "themata/report/reading_page.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "themata/report/detail/coded_runs.hpp"
#include "themata/report/detail/coding_lanes.hpp"
#include "themata/text/display_width.hpp"

namespace themata::report {

namespace {

using detail::LineSpan;

constexpr std::size_t least_width = 40;
constexpr std::size_t least_width_with_margin = 60;
constexpr std::size_t most_lanes = 8;
constexpr std::size_t widest_names = 32;
constexpr std::size_t widest_text = 100;  // longer lines are hard to read

/// How a page is parted: numbers, text, bars, names.
struct Frame {
  std::size_t number = 0;
  std::size_t text = 0;
  std::size_t lanes = 0;
  std::size_t names = 0;  // 0: no margin
};

std::size_t digits(std::size_t number) { return std::to_string(number).size(); }

Frame frame_for(const std::vector<PageTurn>& turns, std::size_t width, std::size_t lanes) {
  Frame frame;
  std::size_t longest = 0;
  for (const PageTurn& turn : turns) {
    frame.number = std::max(frame.number, digits(turn.number));
    for (const PageCoding& coding : turn.codings) {
      longest = std::max(longest, text::display_width(coding.name));
    }
  }
  if (longest > 0 && width >= least_width_with_margin) {
    frame.names = std::min({longest, widest_names, width / 3});
    frame.lanes = lanes;
  }
  const std::size_t margin = frame.names > 0 ? frame.lanes + frame.names + 3 : 0;
  const std::size_t number = frame.number + 2;
  frame.text = std::min(widest_text, width - number - margin);
  return frame;
}

/// A coding on the page, all its parts together.
struct Bar {
  std::int64_t id = 0;
  std::size_t colour = 0;
  std::string name;
  LineSpan span;
  std::optional<std::size_t> lane;
};

std::size_t width_of(const PageLine& line) {
  std::size_t width = 0;
  for (const Run& run : line) width += text::display_width(run.text);
  return width;
}

/// The page without its margin, and where its codings lie.
class Body {
 public:
  Body(const std::vector<PageTurn>& turns, const Frame& frame) : frame_(frame) {
    for (const PageTurn& turn : turns) add(turn);
    if (!lines_.empty()) lines_.pop_back();  // the empty line after the last turn
  }

  std::vector<PageLine>& lines() { return lines_; }

  /// In the order in which they begin, of those that begin on one line the longest first.
  [[nodiscard]] std::vector<Bar> bars() const {
    std::vector<Bar> bars;
    for (const auto& [id, bar] : bars_) bars.push_back(bar);
    std::sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
      if (a.span.first != b.span.first) return a.span.first < b.span.first;
      if (a.span.last != b.span.last) return a.span.last > b.span.last;
      return a.id < b.id;
    });
    return bars;
  }

 private:
  void add(const PageTurn& turn) {
    if (turn.number > 0) lines_.push_back(heading(turn));
    const std::size_t first = lines_.size();
    const auto ranges = text::wrap_ranges(turn.text, frame_.text);
    const auto inked = detail::inked_ranges(turn);
    for (const text::TextRange range : ranges) {
      PageLine line = detail::inked_line(turn.text, range, inked);
      if (!line.empty()) line.insert(line.begin(), {indent(), Ink::plain, 0});
      lines_.push_back(std::move(line));
    }
    for (const PageCoding& coding : turn.codings) {
      const bool begins_here = place(coding, ranges, first);
      if (begins_here && frame_.names == 0) add_name(coding);
    }
    lines_.emplace_back();
  }

  [[nodiscard]] std::string indent() const { return std::string(frame_.number + 2, ' '); }

  [[nodiscard]] PageLine heading(const PageTurn& turn) const {
    const std::string number = std::to_string(turn.number);
    PageLine line{{std::string(frame_.number - number.size(), ' ') + number + "  ", Ink::number}};
    if (!turn.speaker.empty()) {
      line.push_back({text::shortened(turn.speaker, frame_.text, text::CutAt::end),
                      turn.is_participant ? Ink::speaker : Ink::researcher, turn.colour});
    }
    if (!turn.time.empty()) line.push_back({" [" + turn.time + "]", Ink::time});
    return line;
  }

  /// True for a coding that no turn above has a part of.
  bool place(const PageCoding& coding, const std::vector<text::TextRange>& ranges,
             std::size_t first_line) {
    const auto begin = std::partition_point(ranges.begin(), ranges.end(), [&](const auto& line) {
      return line.end <= coding.range.begin;
    });
    const auto end = std::partition_point(
        begin, ranges.end(), [&](const auto& line) { return line.begin < coding.range.end; });
    const auto index = [&](auto at) {
      return first_line + std::min<std::size_t>(at - ranges.begin(), ranges.size() - 1);
    };
    const LineSpan span{index(begin), std::max(index(begin), index(end == begin ? end : end - 1))};
    const auto [known, is_new] =
        bars_.try_emplace(coding.id, Bar{coding.id, coding.colour, coding.name, span, {}});
    known->second.span.last = span.last;
    return is_new;
  }

  /// Where there is no margin: below the turn.
  void add_name(const PageCoding& coding) {
    const std::string name = text::shortened(coding.name, frame_.text - 2, text::CutAt::end);
    lines_.push_back({{indent(), Ink::plain, 0},
                      {"│ ", Ink::bar, coding.colour},
                      {name, Ink::name, coding.colour}});
  }

  const Frame& frame_;
  std::vector<PageLine> lines_;
  std::map<std::int64_t, Bar> bars_;
};

/// Writes bars and names beside a page's lines.
class Margin {
 public:
  Margin(const Frame& frame, std::vector<Bar> bars) : frame_(frame), bars_(std::move(bars)) {
    std::vector<LineSpan> spans;
    for (const Bar& bar : bars_) spans.push_back(bar.span);
    const auto found = detail::lanes(spans, frame_.lanes);
    for (std::size_t i = 0; i < bars_.size(); ++i) {
      bars_[i].lane = found[i];
      if (found[i]) used_ = std::max(used_, *found[i] + 1);
    }
  }

  [[nodiscard]] std::size_t lanes_used() const { return used_; }

  void write(std::vector<PageLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) write_beside(lines[i], i);
    while (!pending_.empty()) {
      lines.emplace_back();
      write_beside(lines.back(), lines.size() - 1);
    }
  }

 private:
  void write_beside(PageLine& line, std::size_t index) {
    while (next_ < bars_.size() && bars_[next_].span.first == index) {
      const Bar& bar = bars_[next_++];
      wait(bar);
      if (bar.lane) {
        open_.resize(std::max(open_.size(), *bar.lane + 1), nullptr);
        open_[*bar.lane] = &bar;
      }
    }
    PageLine margin = bars_at(index);
    add_names(margin);
    if (margin.empty()) return;
    const std::size_t column = frame_.number + 2 + frame_.text + 2;
    const std::size_t width = width_of(line);
    line.push_back({std::string(column > width ? column - width : 1, ' '), Ink::plain, 0});
    line.insert(line.end(), margin.begin(), margin.end());
  }

  /// Empty if no coding goes through the line and no name waits.
  PageLine bars_at(std::size_t index) {
    PageLine runs;
    const bool some = std::any_of(open_.begin(), open_.end(), [](auto* bar) { return bar; });
    if (!some && pending_.empty()) return runs;
    for (std::size_t lane = 0; lane < used_; ++lane) {
      const Bar* bar = lane < open_.size() ? open_[lane] : nullptr;
      runs.push_back(
          {bar ? glyph(*bar, index) : " ", bar ? Ink::bar : Ink::plain, bar ? bar->colour : 0});
      if (bar && bar->span.last == index) open_[lane] = nullptr;
    }
    return runs;
  }

  static std::string glyph(const Bar& bar, std::size_t index) {
    if (bar.span.first == bar.span.last) return "[";
    if (bar.span.first == index) return "┌";
    return bar.span.last == index ? "└" : "│";
  }

  /// A name that is wider than the margin waits in pieces.
  void wait(const Bar& bar) {
    bool goes_on = false;
    for (const std::string& piece : text::wrap(bar.name, frame_.names)) {
      pending_.push_back({piece, bar.colour, goes_on});
      goes_on = true;
    }
  }

  /// As many of the names that wait as fit, one at least.
  void add_names(PageLine& margin) {
    std::size_t room = frame_.names;
    for (bool first = true; !pending_.empty(); first = false) {
      const Piece& piece = pending_.front();
      const std::string before = first ? " " : ", ";
      const std::size_t width = text::display_width(piece.text) + (first ? 0 : before.size());
      if (width > room || (piece.goes_on && !first)) return;
      room -= width;
      margin.push_back({before, Ink::plain, 0});
      margin.push_back({piece.text, Ink::name, piece.colour});
      pending_.pop_front();
    }
  }

  struct Piece {
    std::string text;
    std::size_t colour = 0;
    bool goes_on = false;  // of the name before it
  };

  const Frame& frame_;
  std::vector<Bar> bars_;
  std::size_t used_ = 0;  // lanes
  std::size_t next_ = 0;  // of the bars
  std::vector<const Bar*> open_;
  std::deque<Piece> pending_;
};

}  // namespace

std::vector<PageLine> reading_page(const std::vector<PageTurn>& turns, std::size_t width) {
  width = std::max(width, least_width);
  const Frame roomy = frame_for(turns, width, most_lanes);
  const std::size_t needed = Margin(roomy, Body(turns, roomy).bars()).lanes_used();
  // With fewer lanes the text is wider, and seldom needs more of them; what has none is named only.
  const Frame frame = frame_for(turns, width, needed);
  Body body(turns, frame);
  if (frame.names > 0) Margin(frame, body.bars()).write(body.lines());
  return std::move(body.lines());
}

}  // namespace themata::report
