#include "themata/analysis/lexical_diversity.hpp"

namespace themata::analysis {

void LexicalDiversity::add(std::size_t word) {
  ++tokens_;
  in_all_.insert(word);
  latest_.push_back(word);
  ++in_window_[word];
  if (latest_.size() > window_) {
    const auto gone = in_window_.find(latest_.front());
    if (--gone->second == 0) in_window_.erase(gone);
    latest_.pop_front();
  }
  if (latest_.size() == window_) {
    ++windows_;
    types_in_windows_ += in_window_.size();
  }
}

std::optional<double> LexicalDiversity::ttr() const {
  if (tokens_ == 0) return std::nullopt;
  return static_cast<double>(types()) / static_cast<double>(tokens_);
}

std::optional<double> LexicalDiversity::mattr() const {
  if (windows_ == 0) return std::nullopt;
  return static_cast<double>(types_in_windows_) /
         (static_cast<double>(windows_) * static_cast<double>(window_));
}

}  // namespace themata::analysis
