// Whether a peer said anything, as the kernel knows.
#pragma once

namespace fetch {

// A second handle on a connection's socket. httplib does not tell "closed at once" from "spoke
// something else", and nothing can be asked of its own socket after it gave up.
class SocketWatch {
 public:
  SocketWatch() = default;
  ~SocketWatch() { forget(); }

  SocketWatch(const SocketWatch&) = delete;
  SocketWatch& operator=(const SocketWatch&) = delete;

  // Replaces what was watched before.
  void watch(int socket);

  // Of the transport: over TLS a handshake is something. False if the kernel cannot say.
  bool heard_anything() const;

 private:
  void forget();

  int fd_ = -1;
};

}  // namespace fetch
