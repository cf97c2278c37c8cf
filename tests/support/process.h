// Runs a program to its end and keeps what it says.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

extern char** environ;

namespace support {

struct Ending {
  int code = -1;    // exit code, or 128 + signal
  std::string out;  // standard output
  std::string err;  // standard error
};

class Process {
 public:
  // `environment` is added to this process's own; an empty value takes a variable away.
  Process(const std::vector<std::string>& arguments,
          const std::map<std::string, std::string>& environment = {}) {
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0) std::abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);

    std::vector<std::string> variables;
    for (char** variable = environ; *variable; ++variable) {
      const std::string text = *variable;
      if (!environment.contains(text.substr(0, text.find('=')))) variables.push_back(text);
    }
    for (const auto& [name, value] : environment) {
      if (!value.empty()) variables.push_back(name + "=" + value);
    }
    auto pointers = [](const std::vector<std::string>& texts) {
      std::vector<char*> all;
      for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
      all.push_back(nullptr);
      return all;
    };
    auto argv = pointers(arguments);
    auto envp = pointers(variables);
    if (posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), envp.data()) != 0) pid_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    close(err[1]);
    out_ = out[0];
    err_ = err[0];
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (pid_ > 0) kill(pid_, SIGKILL), waitpid(pid_, nullptr, 0);
    close(out_);
    close(err_);
  }

  void send(int signal) const { kill(pid_, signal); }

  // Reads until standard error holds `text` or ends; false if it never did.
  bool wait_for(const std::string& text) {
    while (said_.err.find(text) == std::string::npos) {
      if (!read_some()) return false;
    }
    return true;
  }

  Ending wait() {
    while (read_some()) {
    }
    int status = 0;
    if (pid_ > 0 && waitpid(std::exchange(pid_, -1), &status, 0) > 0) {
      said_.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return said_;
  }

 private:
  bool read_some() {
    std::array<pollfd, 2> from{
        {{out_open_ ? out_ : -1, POLLIN, 0}, {err_open_ ? err_ : -1, POLLIN, 0}}};
    if (!out_open_ && !err_open_) return false;
    if (poll(from.data(), from.size(), -1) < 0) return false;
    const auto take = [](const pollfd& ready, std::string& into, bool& open) {
      if (!ready.revents) return;
      std::array<char, 4096> buffer{};
      const auto n = read(ready.fd, buffer.data(), buffer.size());
      if (n > 0) into.append(buffer.data(), static_cast<size_t>(n));
      open = n > 0;
    };
    take(from[0], said_.out, out_open_);
    take(from[1], said_.err, err_open_);
    return true;
  }

  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  bool out_open_ = true;
  bool err_open_ = true;
  Ending said_;
};

inline Ending run(const std::vector<std::string>& arguments,
                  const std::map<std::string, std::string>& environment = {}) {
  return Process(arguments, environment).wait();
}

}  // namespace support
