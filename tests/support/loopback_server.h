// A server on 127.0.0.1, on a port that the system chooses, which answers with whatever bytes a
// test wants, well-formed or not.
#pragma once

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace support {

class Connection {
 public:
  Connection(int fd, int stop, SSL_CTX* context) : fd_(fd), stop_(stop) {
    if (!context) return;
    ssl_ = SSL_new(context);
    SSL_set_fd(ssl_, fd);
    usable_ = SSL_accept(ssl_) == 1;
  }
  ~Connection() {
    if (ssl_ && usable_ && polite_) SSL_shutdown(ssl_);
    if (ssl_) SSL_free(ssl_);
    close(fd_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool usable() const { return usable_; }

  // False once the peer has gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty() && usable_) {
      const auto n = ssl_ ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                          : ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) usable_ = false;
      if (n > 0) bytes.remove_prefix(static_cast<size_t>(n));
    }
    return usable_;
  }

  // Everything up to and with the empty line; a TLS hello to a server that speaks none is a head
  // too.
  std::string receive_head() {
    std::string head;
    std::array<char, 2048> buffer;
    while (usable_ && head.find("\r\n\r\n") == std::string::npos) {
      if (!ssl_ && !readable(-1)) break;
      const auto n = ssl_ ? SSL_read(ssl_, buffer.data(), static_cast<int>(buffer.size()))
                          : recv(fd_, buffer.data(), buffer.size(), 0);
      if (n <= 0) break;
      head.append(buffer.data(), static_cast<size_t>(n));
      if (head.front() == '\x16') break;
    }
    return head;
  }

  // Keeps the connection open and silent until the peer leaves or the server ends.
  void hold() {
    std::array<char, 512> buffer;
    while (readable(-1) && recv(fd_, buffer.data(), buffer.size(), MSG_DONTWAIT) > 0) {
    }
  }

  // One byte at a time for ever.
  void drip(std::string_view bytes) {
    for (size_t at = 0; send(bytes.substr(at, 1)); at = (at + 1) % bytes.size()) {
      if (stopped_within(std::chrono::milliseconds{20})) return;
    }
  }

  // Sends until the peer leaves or the server ends.
  void flood(std::string_view bytes) {
    while (!stopped_within(std::chrono::milliseconds{0}) && send(bytes)) {
    }
  }

  // Leaves without TLS's goodbye.
  void slam() { polite_ = false; }

 private:
  bool readable(int timeout) {
    std::array<pollfd, 2> waiting{pollfd{fd_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
    poll(waiting.data(), waiting.size(), timeout);
    return waiting[1].revents == 0 && waiting[0].revents != 0;
  }
  bool stopped_within(std::chrono::milliseconds time) {
    pollfd waiting{stop_, POLLIN, 0};
    return poll(&waiting, 1, static_cast<int>(time.count())) > 0;
  }

  int fd_;
  int stop_;
  SSL* ssl_ = nullptr;
  bool usable_ = true;
  bool polite_ = true;
};

class LoopbackServer {
 public:
  // Called on a thread of its own for each request; the connection is closed when it returns.
  using Handler = std::function<void(Connection&, const std::string& head)>;

  explicit LoopbackServer(Handler handler, SSL_CTX* context = nullptr)
      : handler_(std::move(handler)), context_(context) {
    signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to peers that have left
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    stop_ = eventfd(0, EFD_CLOEXEC);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) < 0 ||
        listen(listener_, 64) < 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) < 0) {
      std::abort();
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  // The same bytes for every request.
  explicit LoopbackServer(std::string answer, SSL_CTX* context = nullptr)
      : LoopbackServer([answer = std::move(answer)](Connection& peer,
                                                    const std::string&) { peer.send(answer); },
                       context) {}

  ~LoopbackServer() {
    eventfd_write(stop_, 1);
    acceptor_.join();
    for (auto& worker : workers_) worker.join();
    close(listener_);
    close(stop_);
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path = "/feed.json",
                  const std::string& host = "127.0.0.1") const {
    return (context_ ? "https://" : "http://") + host + ":" + std::to_string(port_) + path;
  }

  // The heads of all requests so far.
  std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void accept_all() {
    while (true) {
      std::array<pollfd, 2> waiting{pollfd{listener_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
      poll(waiting.data(), waiting.size(), -1);
      if (waiting[1].revents != 0) return;
      const int fd = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd >= 0) workers_.emplace_back([this, fd] { serve(fd); });
    }
  }

  void serve(int fd) {
    Connection peer(fd, stop_, context_);
    if (!peer.usable()) return;
    const auto head = peer.receive_head();
    if (head.empty()) return;  // the peer left after the handshake
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(head);
    }
    handler_(peer, head);
  }

  Handler handler_;
  SSL_CTX* context_;
  int listener_ = -1;
  int stop_ = -1;
  int port_ = 0;
  std::thread acceptor_;
  std::list<std::thread> workers_;  // touched by the acceptor alone until it is joined
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
};

// "HTTP/1.1 200 OK" with a body and its length.
inline std::string http_answer(const std::string& status, const std::string& body,
                               const std::string& headers = "") {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace support
