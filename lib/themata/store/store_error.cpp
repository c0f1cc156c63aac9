#include <cerrno>
#include <new>
#include <string>

#include "themata/error.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

std::string disk_full() {
  return "the disk is full; nothing was changed; free some space and run the command again";
}

std::string input_output(int system_error) {
  if (system_error == ENOSPC || system_error == EDQUOT) return disk_full();
  return "the file could not be read or written (a disk or network error); nothing was changed; "
         "check the disk and run the command again";
}

std::string explain(const SQLite::Exception& error, int system_error) {
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      return disk_full();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program has been using the study for a minute; nothing was changed; run the "
             "command again when it is done";
    case SQLITE_READONLY:
      if (error.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
        return "an interrupted change must be taken back first, but the file or its folder is "
               "read-only; open the study once where it can be written";
      }
      return "the study is read-only; make the file and its folder writable";
    case SQLITE_CANTOPEN:
      return "the file, or the journal that SQLite needs beside it, cannot be opened; check that "
             "you may read and write the file and its folder";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "the system does not permit access to the study; check that you may read and write "
             "the file and its folder";
    case SQLITE_CORRUPT:
      return "the study is damaged, a part of the file is missing or overwritten; go back to a "
             "copy of it";
    case SQLITE_NOTADB:
      return "not a Themata study";
    case SQLITE_TOOBIG:
      return "this is more than one entry of a study can hold; nothing was changed; do it in "
             "smaller parts";
    case SQLITE_IOERR:
      return input_output(system_error);
    case SQLITE_CONSTRAINT:
      return std::string(
                 "the change would leave the study inconsistent, so nothing was changed (") +
             error.what() + ")";
    default:
      return std::string("the study could not be read or written (") + error.what() + ")";
  }
}

}  // namespace

void throw_store_error(const std::filesystem::path& path, const SQLite::Exception& error,
                       int system_error) {
  if (error.getErrorCode() == SQLITE_NOMEM) throw std::bad_alloc();
  throw StoreError(path.string() + ": " + explain(error, system_error));
}

void throw_unknown_word(const std::filesystem::path& path, std::string_view word) {
  throw_damaged(path,
                "it holds '" + std::string(word) + "', which is no word that it may hold there");
}

void throw_endless_themes(const std::filesystem::path& path) {
  throw_damaged(path, "its themes stand under one another in a circle or without end");
}

void throw_damaged(const std::filesystem::path& path, const std::string& what) {
  throw StoreError(path.string() + ": the study is damaged, " + what + "; go back to a copy of it");
}

void require_row(Database& database, std::string_view noun, std::int64_t id) {
  if (rows_changed(database) > 0) return;
  throw NotFound("there is no " + std::string(noun) + " with the id " + std::to_string(id));
}

}  // namespace themata::store
