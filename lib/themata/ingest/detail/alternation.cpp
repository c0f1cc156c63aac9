#include "themata/ingest/detail/alternation.hpp"

namespace themata::ingest::detail {
namespace {

/// The sequence with equal neighbours merged. What stands there only once alternates with nothing:
/// it is taken out, which makes its neighbours meet, until nothing changes.
class Reduction {
 public:
  Reduction(const std::vector<std::size_t>& sequence, std::size_t count) : places_(count, 0) {
    for (const std::size_t number : sequence) {
      if (nodes_.empty() || nodes_.back().number != number) add(number);
    }
  }

  std::vector<bool> run() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) reconsider(i);
    std::vector<bool> result(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) result[i] = places_[i] > 1;
    return result;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    std::size_t number;
    std::size_t previous;
    std::size_t next;
    bool is_out = false;
  };

  void add(std::size_t number) {
    const std::size_t added = nodes_.size();
    nodes_.push_back({number, added == 0 ? none : added - 1, none});
    if (added > 0) nodes_[added - 1].next = added;
    ++places_[number];
  }

  /// Takes the node out if its number stands nowhere else, and then those that this leaves alone.
  void reconsider(std::size_t node) {
    while (node != none && !nodes_[node].is_out && places_[nodes_[node].number] == 1) {
      const std::size_t previous = nodes_[node].previous;
      const std::size_t next = nodes_[node].next;
      take_out(node);
      if (previous == none || next == none || nodes_[previous].number != nodes_[next].number)
        return;
      take_out(next);
      node = previous;
    }
  }

  void take_out(std::size_t node) {
    Node& out = nodes_[node];
    out.is_out = true;
    --places_[out.number];
    if (out.previous != none) nodes_[out.previous].next = out.next;
    if (out.next != none) nodes_[out.next].previous = out.previous;
  }

  std::vector<Node> nodes_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::vector<bool> alternating(const std::vector<std::size_t>& sequence, std::size_t count) {
  return Reduction(sequence, count).run();
}

}  // namespace themata::ingest::detail
