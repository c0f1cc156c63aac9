#include "themata/ingest/detail/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::ingest::detail {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_message = 4096;

[[noreturn]] void fail(const std::string& what, int error = errno) {
  throw Error(what + ": " + std::generic_category().message(error));
}

/// An open file, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// `descriptor` under a number that no standard stream has, so that the child can put it there.
Descriptor above_the_standard_streams(Descriptor descriptor) {
  constexpr int lowest = 10;
  Descriptor high{::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, lowest)};
  if (!high.is_open()) fail("cannot open a pipe");
  return high;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot open a pipe");
  Pipe pipe{Descriptor{ends[0]}, Descriptor{ends[1]}};
  pipe.write = above_the_standard_streams(std::move(pipe.write));
  return pipe;
}

/// A file in memory that holds `bytes`, to be read from its beginning.
Descriptor file_of(std::string_view bytes) {
  Descriptor file{::memfd_create("input", MFD_CLOEXEC)};
  if (!file.is_open()) fail("cannot open a file in memory");
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("cannot write to a file in memory");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.number(), 0, SEEK_SET) != 0) fail("cannot read a file in memory");
  return above_the_standard_streams(std::move(file));
}

/// All that the child needs between `fork` and `exec`, where it must not allocate.
struct Start {
  const char* program = nullptr;
  char* const* arguments = nullptr;
  char* const* environment = nullptr;
  int input = -1;
  int output = -1;
  int message = -1;
  int failure = -1;  ///< where the error number goes if `exec` fails
  rlim_t cpu_time = 0;
  rlim_t memory = 0;
  pid_t parent = 0;
};

/// No higher than the limits that there are.
bool set_limit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return false;
  limit.rlim_max = std::min(limit.rlim_max, hard);
  limit.rlim_cur = std::min(limit.rlim_max, soft);
  return ::setrlimit(resource, &limit) == 0;
}

/// False, with an error number of its own, if the parent ended before it could take its child
/// along.
bool has_parent(const Start& start) {
  if (::getppid() == start.parent) return true;
  errno = ECANCELED;
  return false;
}

bool restrain(const Start& start) {
  return ::setpgid(0, 0) == 0 && ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && has_parent(start) &&
         ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         set_limit(RLIMIT_CPU, start.cpu_time, start.cpu_time + 1) &&
         set_limit(RLIMIT_AS, start.memory, start.memory) && set_limit(RLIMIT_FSIZE, 0, 0) &&
         set_limit(RLIMIT_CORE, 0, 0);
}

void reset_signals() {
  for (const int signal : {SIGPIPE, SIGXCPU, SIGXFSZ, SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
    ::signal(signal, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Closes every descriptor from `first` on, one by one where `close_range` is missing (before
/// Linux 5.9) or forbidden.
bool close_from(int first) {
  constexpr rlim_t most = rlim_t{1} << 20U;
  if (::close_range(static_cast<unsigned>(first), ~0U, 0) == 0) return true;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return false;
  const int end = static_cast<int>(std::min(limit.rlim_cur, most));
  for (int descriptor = first; descriptor < end; ++descriptor) ::close(descriptor);
  return true;
}

bool connect(const Start& start) {
  constexpr int failure = 3;
  return ::dup2(start.input, 0) == 0 && ::dup2(start.output, 1) == 1 &&
         ::dup2(start.message, 2) == 2 && ::dup2(start.failure, failure) == failure &&
         ::fcntl(failure, F_SETFD, FD_CLOEXEC) == 0 && close_from(failure + 1);
}

/// The child's life before it is another program. Async-signal-safe calls only.
[[noreturn]] void become(const Start& start) {
  int failure = start.failure;
  if (restrain(start)) {
    reset_signals();
    if (connect(start)) {
      failure = 3;
      ::execve(start.program, start.arguments, start.environment);
    }
  }
  const int error = errno;
  // Whether or not the parent hears it, there is nothing more to do.
  [[maybe_unused]] const ssize_t written = ::write(failure, &error, sizeof error);
  ::_exit(127);
}

/// A child process. It is reaped when this goes out of scope, at the latest; with it everything
/// that is left of its process group is killed.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) reap();
  }

  /// True once it has ended. It is a zombie then, and its id nobody else's, unless its status is
  /// told to nobody.
  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid == id_;
  }

  /// Its status as `waitpid` gives it; nothing if it is told to nobody.
  std::optional<int> reap() {
    ::kill(-id_, SIGKILL);
    siginfo_t info{};
    const bool is_ours =
        ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    if (is_ours) ::kill(id_, SIGKILL);  // else its id may be somebody else's
    int status = 0;
    pid_t reaped = 0;
    do {
      reaped = ::waitpid(id_, &status, 0);
    } while (reaped < 0 && errno == EINTR);
    id_ = -1;
    return reaped > 0 ? std::optional{status} : std::nullopt;
  }

 private:
  pid_t id_;
};

enum class Drained { all, too_slow, too_much };

/// One end of a pipe from the child, and what came out of it.
struct Stream {
  Descriptor end;
  std::string& content;
  std::size_t limit;
  bool is_cut = false;  ///< what came after `limit` was thrown away

  /// Reads what there is; closes the pipe at its end.
  void read_some() {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(end.number(), buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) return end.close();
    const std::size_t size = std::min(static_cast<std::size_t>(count), limit - content.size());
    content.append(buffer.data(), size);
    is_cut |= size < static_cast<std::size_t>(count);
  }
};

/// What is left until then, in the milliseconds that `poll` wants, rounded up.
int time_left(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 1'000'000'000));
}

Drained drain(Stream& output, Stream& message, Clock::time_point deadline) {
  while (output.end.is_open() || message.end.is_open()) {
    std::array<pollfd, 2> waits{pollfd{output.end.number(), POLLIN, 0},
                                pollfd{message.end.number(), POLLIN, 0}};
    const int ready = ::poll(waits.data(), waits.size(), time_left(deadline));
    if (ready < 0 && errno != EINTR) fail("cannot read from a pipe");
    if (ready == 0 || (ready < 0 && time_left(deadline) == 0)) return Drained::too_slow;
    if (ready < 0) continue;
    if (waits[0].revents != 0) output.read_some();
    if (waits[1].revents != 0) message.read_some();
    if (output.is_cut) return Drained::too_much;
    if (time_left(deadline) == 0) return Drained::too_slow;
  }
  return Drained::all;
}

/// Waits for the end of a child that has closed its streams, which is near as a rule.
bool ends_before(const Child& child, Clock::time_point deadline) {
  for (int pause = 1; !child.has_ended(); pause = std::min(2 * pause, 50)) {
    const int left = time_left(deadline);
    if (left == 0) return false;
    ::poll(nullptr, 0, std::min(pause, left));
  }
  return true;
}

void take_status(std::optional<int> status, ChildOutcome& outcome) {
  if (!status) {
    outcome.end = ChildEnd::untold;
  } else if (WIFEXITED(*status)) {
    outcome.end = ChildEnd::exited;
    outcome.code = WEXITSTATUS(*status);
  } else {
    outcome.code = WIFSIGNALED(*status) ? WTERMSIG(*status) : 0;
    outcome.end = outcome.code == SIGXCPU ? ChildEnd::out_of_time : ChildEnd::crashed;
  }
}

/// The error number that the child sent instead of becoming `program`; 0 if it became that.
int start_error(const Descriptor& failure) {
  int error = 0;
  ssize_t count = 0;
  do {
    count = ::read(failure.number(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == sizeof error ? error : 0;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

bool is_program(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::string_view name, std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::filesystem::path folder{path.substr(0, end)};
    path.remove_prefix(std::min(end + 1, path.size()));
    if (folder.is_absolute() && is_program(folder / name)) return folder / name;
  }
  return std::nullopt;
}

ChildOutcome run_child(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments, std::string_view input,
                       const ChildLimits& limits) {
  const Clock::time_point deadline = Clock::now() + limits.wall_time;
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings{"LC_ALL=C", "PATH=/usr/bin:/bin"};
  const std::vector<char*> word_pointers = pointers_to(words);
  const std::vector<char*> setting_pointers = pointers_to(settings);

  Descriptor file = file_of(input);
  Pipe output = make_pipe();
  Pipe message = make_pipe();
  Pipe failure = make_pipe();
  Start start;
  start.program = words.front().c_str();
  start.arguments = word_pointers.data();
  start.environment = setting_pointers.data();
  start.input = file.number();
  start.output = output.write.number();
  start.message = message.write.number();
  start.failure = failure.write.number();
  start.cpu_time = static_cast<rlim_t>(limits.cpu_time.count());
  start.memory = limits.memory;
  start.parent = ::getpid();

  const pid_t id = ::fork();
  if (id < 0) fail("cannot start " + program.string());
  if (id == 0) become(start);
  Child child{id};
  file.close();
  output.write.close();
  message.write.close();
  failure.write.close();
  const int error = start_error(failure.read);
  if (error != 0) fail("cannot start " + program.string(), error);

  ChildOutcome outcome;
  Stream output_stream{std::move(output.read), outcome.output, limits.output};
  Stream message_stream{std::move(message.read), outcome.message, longest_message};
  const Drained drained = drain(output_stream, message_stream, deadline);
  const bool in_time = drained == Drained::all && ends_before(child, deadline);
  take_status(child.reap(), outcome);
  if (drained == Drained::too_much) {
    outcome.end = ChildEnd::out_of_bounds;
  } else if (!in_time) {
    outcome.end = ChildEnd::out_of_time;
  }
  return outcome;
}

}  // namespace themata::ingest::detail
