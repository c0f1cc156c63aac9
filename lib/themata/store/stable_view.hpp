#pragma once

#include <memory>

#include "themata/store/database.hpp"

namespace themata::store {

/// While it lives, every function of the store sees one state of the study, whatever other programs
/// do to it; they cannot write meanwhile, so it must not live while a person is awaited.
class StableView {
 public:
  explicit StableView(Database& database);
  ~StableView();
  StableView(const StableView&) = delete;
  StableView& operator=(const StableView&) = delete;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace themata::store
