#include "feed/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace feed {
namespace {

constexpr mode_t kOwnerAlone = 0600;  // a board may be marked

std::string reason(const std::filesystem::path& file, int error) {
  return file.string() + ": " + std::generic_category().message(error);
}

// 0, or the error of the first call that failed.
int write_all(int fd, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t n = write(fd, contents.data(), contents.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    if (n == 0) return EIO;
    contents.remove_prefix(static_cast<size_t>(n));
  }
  return 0;
}

int sync(int fd) {
  while (fsync(fd) < 0) {
    // Some file systems cannot sync a folder and say so; there is nothing more to be had.
    if (errno == EINVAL || errno == ENOTSUP) return 0;
    if (errno != EINTR) return errno;
  }
  return 0;
}

int write_temporary(const std::filesystem::path& file, std::string_view contents) {
  const int fd =
      open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kOwnerAlone);
  if (fd < 0) return errno;
  int error = write_all(fd, contents);
  if (error == 0) error = sync(fd);
  // A network file system reports a full disk here.
  if (close(fd) < 0 && error == 0 && errno != EINTR) error = errno;
  return error;
}

int sync_folder(const std::filesystem::path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return errno;
  const int error = sync(fd);
  close(fd);
  return error;
}

}  // namespace

std::filesystem::path temporary_of(const std::filesystem::path& file) {
  return file.string() + ".tmp";
}

std::optional<std::string> write_durably(const std::filesystem::path& file,
                                         std::string_view contents) {
  const auto temporary = temporary_of(file);
  if (const int error = write_temporary(temporary, contents); error != 0) {
    unlink(temporary.c_str());
    return reason(file, error);
  }
  if (std::rename(temporary.c_str(), file.c_str()) < 0) {
    const int error = errno;
    unlink(temporary.c_str());
    return reason(file, error);
  }
  if (const int error = sync_folder(file.parent_path()); error != 0) {
    return reason(file.parent_path(), error);
  }
  return std::nullopt;
}

}  // namespace feed
