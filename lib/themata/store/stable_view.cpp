#include "themata/store/stable_view.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

struct StableView::Impl {
  explicit Impl(Database& database) : transaction(database) {}
  ReadTransaction transaction;
};

StableView::StableView(Database& database) : impl_(std::make_unique<Impl>(database)) {}

StableView::~StableView() = default;

}  // namespace themata::store
