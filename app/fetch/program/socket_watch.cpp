#include "fetch/program/socket_watch.h"

#include <fcntl.h>
#include <linux/tcp.h>  // glibc's own tcp_info ends before tcpi_bytes_received
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fetch {

void SocketWatch::watch(int socket) {
  forget();
  fd_ = fcntl(socket, F_DUPFD_CLOEXEC, 3);
}

bool SocketWatch::heard_anything() const {
  tcp_info info{};
  socklen_t size = sizeof info;
  if (fd_ < 0 || getsockopt(fd_, IPPROTO_TCP, TCP_INFO, &info, &size) < 0) return false;
  return info.tcpi_bytes_received > 1;  // the end of the stream is counted as one
}

void SocketWatch::forget() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
}

}  // namespace fetch
