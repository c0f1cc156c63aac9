#include "themata/store/detail/content.hpp"

#include <memory>

#include "themata/error.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/sources.hpp"

namespace themata::store {
namespace {

struct BlobClose {
  void operator()(sqlite3_blob* blob) const { sqlite3_blob_close(blob); }
};
using OpenBlob = std::unique_ptr<sqlite3_blob, BlobClose>;

OpenBlob open_blob(const Connection& connection, std::int64_t id) {
  sqlite3_blob* blob = nullptr;
  const int result =
      sqlite3_blob_open(connection.handle(), "main", "content", "bytes", id, 0, &blob);
  OpenBlob opened(blob);
  connection.check(result);
  return opened;
}

}  // namespace

std::int64_t store_content(Database& database, const Sha256& hash, std::string_view bytes) {
  if (bytes.size() > largest_source) {
    throw StoreError(database.path().string() +
                     ": a source may have 512 MB at most; split the file into several");
  }
  const std::string_view key(reinterpret_cast<const char*>(hash.data()), hash.size());
  Query known(database, "SELECT id FROM content WHERE sha256 = ?1", Blob{key});
  if (known.next()) return known.integer(0);
  Query(database, "INSERT INTO content (sha256, bytes) VALUES (?1, ?2)", Blob{key}, Blob{bytes})
      .run();
  return last_id(database);
}

void load_content(Database& database, std::int64_t id, std::string& bytes) {
  Connection& connection = connection_of(database);
  connection.guarded([&] {
    const OpenBlob blob = open_blob(connection, id);
    const int size = sqlite3_blob_bytes(blob.get());
    bytes.resize(static_cast<std::size_t>(size));
    connection.check(sqlite3_blob_read(blob.get(), bytes.data(), size, 0));
  });
}

}  // namespace themata::store
