#include "themata/study/files.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "support/temporary_folder.hpp"
#include "themata/error.hpp"

using namespace themata;
using Catch::Contains;
using Catch::EndsWith;
using study::read_file;
using themata::test::TemporaryFolder;

namespace {

/// A file in the place of standard input, for as long as this lives.
class InputFrom {
 public:
  explicit InputFrom(const std::string& path) : before_(::dup(STDIN_FILENO)) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(::dup2(file, STDIN_FILENO) == STDIN_FILENO);
    ::close(file);
  }
  ~InputFrom() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }
  InputFrom(const InputFrom&) = delete;
  InputFrom& operator=(const InputFrom&) = delete;

 private:
  int before_;
};

/// Without the rights of the superuser, for as long as this lives.
class OrdinaryUser {
 public:
  OrdinaryUser() : before_(::geteuid()) {
    constexpr uid_t nobody = 65534;
    if (before_ == 0) REQUIRE(::seteuid(nobody) == 0);
  }
  ~OrdinaryUser() {
    if (before_ == 0 && ::seteuid(0) != 0) std::abort();
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;

 private:
  uid_t before_;
};

}  // namespace

TEST_CASE("the bytes of a file come as they are", "[files]") {
  const TemporaryFolder folder;
  std::string bytes("\xEF\xBB\xBF line\r\n\0 end", 14);
  CHECK(read_file(folder.write("a file.txt", bytes)) == bytes);
  CHECK(read_file(folder.write("empty.txt", "")).empty());
  bytes.assign(3 * 1024 * 1024 + 1, 'x');
  CHECK((read_file(folder.write("large.txt", bytes)) == bytes));
}

TEST_CASE("a file whose size is not known beforehand is read to its end", "[files]") {
  CHECK_THAT(read_file("/proc/self/status"), Contains("Pid:"));
}

TEST_CASE("a hyphen is standard input", "[files]") {
  const TemporaryFolder folder;
  const InputFrom input(folder.write("input.txt", "from elsewhere"));
  CHECK(read_file("-") == "from elsewhere");
  CHECK(read_file("-").empty());  // is open still, and at its end
}

TEST_CASE("a file that cannot be read is named", "[files]") {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "missing.txt").string();
  CHECK_THROWS_AS(read_file(missing), InputError);
  CHECK_THROWS_WITH(read_file(missing), missing + ": cannot be read: No such file or directory");
  CHECK_THROWS_WITH(read_file(folder.path()), folder.path().string() + ": is a folder, not a file");
}

TEST_CASE("a file without permission is refused", "[files]") {
  const TemporaryFolder folder;
  const std::string secret = folder.write("secret.txt", "words");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(secret, std::filesystem::perms(0));
  const OrdinaryUser nobody;
  CHECK_THROWS_WITH(read_file(secret), EndsWith("secret.txt: cannot be read: Permission denied"));
}

TEST_CASE("a file above 512 MB is refused", "[files]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("huge.txt", "");
  std::filesystem::resize_file(path, 512ULL * 1024 * 1024 + 1);
  CHECK_THROWS_WITH(read_file(path), Contains("larger than 512 MB"));
}
