#include "fetch/program/address.h"

#include <netdb.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace fetch {
namespace {

constexpr size_t kMostAddresses = 4;

int connect_error(const Address& address, std::chrono::milliseconds timeout) {
  const int fd = socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return errno;
  int error = 0;
  if (connect(fd, reinterpret_cast<const sockaddr*>(&address.storage), address.size) < 0) {
    error = errno;
  }
  if (error == EINPROGRESS) {
    pollfd waiting{fd, POLLOUT, 0};
    socklen_t size = sizeof error;
    if (poll(&waiting, 1, static_cast<int>(timeout.count())) <= 0) {
      error = ETIMEDOUT;
    } else if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) < 0) {
      error = errno;
    }
  }
  close(fd);
  return error;
}

Failure kind_of(int error) {
  switch (error) {
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EHOSTDOWN:
    case EADDRNOTAVAIL:
    case EACCES:  // a firewall of this machine
    case EPERM:
      return Failure::unreachable;
    case ETIMEDOUT:
      return Failure::timed_out;
    default:
      return Failure::refused;
  }
}

}  // namespace

base::Result<std::vector<Address>, Trouble> look_up(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* first = nullptr;
  const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &first);
  if (error != 0) {
    return base::Failure{Trouble{Failure::name_not_found, host + ": " + gai_strerror(error)}};
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(first, &freeaddrinfo);
  std::vector<Address> addresses;
  for (const addrinfo* one = first; one && addresses.size() < kMostAddresses; one = one->ai_next) {
    std::array<char, NI_MAXHOST> text{};
    if (one->ai_addrlen > sizeof(sockaddr_storage) ||
        getnameinfo(one->ai_addr, one->ai_addrlen, text.data(), text.size(), nullptr, 0,
                    NI_NUMERICHOST) != 0) {
      continue;
    }
    Address address;
    address.text = text.data();
    address.size = one->ai_addrlen;
    std::memcpy(&address.storage, one->ai_addr, one->ai_addrlen);
    addresses.push_back(address);
  }
  if (addresses.empty()) {
    return base::Failure{Trouble{Failure::name_not_found, host + ": has no address"}};
  }
  return addresses;
}

Trouble why_unreachable(const Address& address, std::chrono::milliseconds timeout) {
  const int error = connect_error(address, timeout);
  if (error == 0) return {Failure::refused, address.text + ": the connection was lost"};
  return {kind_of(error), address.text + ": " + std::generic_category().message(error)};
}

}  // namespace fetch
