#include "fetch/program/http_request.h"

#include <httplib.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>
#include <optional>

#include "fetch/program/body.h"
#include "fetch/program/deadline.h"
#include "fetch/program/headers.h"
#include "fetch/program/socket_watch.h"
#include "fetch/program/tls_words.h"

namespace fetch {
namespace {

using Clock = std::chrono::steady_clock;

std::string header(const httplib::Response& response, const char* name) {
  return response.get_header_value(name);
}

// httplib reads "12x", "-1" and two lengths that differ in its own way; none of them is an answer.
Trouble length_trouble(const httplib::Response& response, std::uint64_t max_bytes) {
  std::optional<std::uint64_t> length;
  const auto [first, last] = response.headers.equal_range("Content-Length");
  for (auto at = first; at != last; ++at) {
    const auto one = content_length(at->second);
    if (!one || (length && *length != *one)) {
      return {Failure::not_http, "the answer's Content-Length makes no sense"};
    }
    length = one;
  }
  if (length.value_or(0) > max_bytes) {
    return {Failure::too_large, "the answer has " + std::to_string(*length) +
                                    " bytes, over the limit of " + std::to_string(max_bytes)};
  }
  return {Failure::none, {}};
}

class Exchange {
 public:
  explicit Exchange(const Get& get) : get_(get) {}

  // Nothing if the address did not connect and another may be tried.
  std::optional<Reply> with(const Address& address) {
    const auto client = make_client(address);
    if (!client->is_valid()) {
      return failed({Failure::internal, "TLS cannot be set up on this machine"});
    }
    httplib::Headers headers;
    for (const auto& [name, value] : get_.headers) headers.emplace(name, value);
    const httplib::ResponseHandler on_head = [this](const httplib::Response& response) {
      return head_arrived(response);
    };
    const httplib::ContentReceiver on_bytes = [this](const char* bytes, size_t size) {
      return body_->take({bytes, size});
    };
    started_ = Clock::now();
    ERR_clear_error();
    const auto result = client->Get(get_.url.target, headers, on_head, on_bytes);
    if (result) {
      // 204 comes without on_head.
      if (reply_.status == 0) head_arrived(*result);
      return complete();
    }
    if (result.error() == httplib::Error::Connection) {
      reply_.trouble = why_unreachable(address, get_.connect_timeout);
      return std::nullopt;
    }
    if (result.error() == httplib::Error::ConnectionTimeout) {
      reply_.trouble = {Failure::timed_out, address.text + ": no connection in time"};
      return std::nullopt;
    }
    if (reply_.status != 0) return cut_off();
    return failed(no_answer(result.error(), client.get()));
  }

  Reply unreachable() { return std::move(reply_); }

 private:
  bool secure() const { return get_.url.scheme == "https"; }

  std::unique_ptr<httplib::ClientImpl> make_client(const Address& address) {
    std::unique_ptr<httplib::ClientImpl> client;
    if (secure()) {
      auto tls = std::make_unique<httplib::SSLClient>(get_.url.host, get_.url.port);
      if (tls->is_valid()) demand(*tls);
      client = std::move(tls);
    } else {
      client = std::make_unique<httplib::ClientImpl>(get_.url.host, get_.url.port);
    }
    client->set_hostname_addr_map({{get_.url.host, address.text}});
    client->set_connection_timeout(get_.connect_timeout);
    client->set_read_timeout(get_.read_timeout);
    client->set_write_timeout(get_.read_timeout);
    client->set_keep_alive(false);
    client->set_follow_location(false);
    client->set_decompress(false);  // httplib's knows no limit
    client->set_url_encode(false);  // Url has done it, and a second time would spoil it
    client->set_socket_options([this](int socket) { watch_.watch(socket); });
    return client;
  }

  // httplib checks the certificate after the handshake; the host name and the protocol are asked
  // of OpenSSL itself, so that the reason can be told.
  void demand(httplib::SSLClient& client) {
    SSL_CTX* context = client.ssl_context();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    X509_VERIFY_PARAM* rules = SSL_CTX_get0_param(context);
    if (X509_VERIFY_PARAM_set1_ip_asc(rules, get_.url.host.c_str()) != 1) {
      X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
      X509_VERIFY_PARAM_set1_host(rules, get_.url.host.c_str(), 0);
    }
    if (!get_.ca_file.empty()) client.set_ca_cert_path(get_.ca_file);
    client.enable_server_certificate_verification(true);
  }

  // True if the body is wanted.
  bool head_arrived(const httplib::Response& response) {
    enter(Stage::receiving);
    reply_.status = response.status;
    reply_.location = header(response, "Location");
    reply_.etag = header(response, "ETag");
    reply_.last_modified = header(response, "Last-Modified");
    reply_.cache_control = header(response, "Cache-Control");
    reply_.retry_after = header(response, "Retry-After");
    reply_.date = header(response, "Date");
    if (response.status != 200) return false;
    reply_.trouble = length_trouble(response, get_.max_bytes);
    if (reply_.trouble.failure != Failure::none) return false;
    body_ = std::make_unique<Body>(header(response, "Content-Encoding"), get_.max_bytes);
    return body_->trouble().failure == Failure::none;
  }

  // The server's side of the conversation ended well, or needed no body.
  Reply complete() {
    if (body_) {
      body_->finish();
      if (body_->trouble().failure != Failure::none) return failed(body_->trouble());
      reply_.body = std::move(body_->bytes());
    }
    return std::move(reply_);
  }

  // A head arrived, then reading stopped: because we wanted no more, or because the server did.
  Reply cut_off() {
    if (reply_.trouble.failure != Failure::none) return std::move(reply_);
    if (!body_) return complete();
    if (body_->trouble().failure != Failure::none) return failed(body_->trouble());
    return failed({Failure::truncated, "the answer ended before it was whole"});
  }

  Trouble no_answer(httplib::Error error, const httplib::ClientImpl* client) const {
    if (secure() && is_tls_error(error)) {
      if (error == httplib::Error::SSLLoadingCerts) {
        return {Failure::tls, "no certificate authority can be read from " + get_.ca_file};
      }
      const auto* tls = static_cast<const httplib::SSLClient*>(client);
      if (error != httplib::Error::SSLConnection) {
        return {Failure::tls, certificate_trouble(tls->get_openssl_verify_result(), get_.url.host)};
      }
      if (is_broken_off(ERR_peek_error()) && Clock::now() - started_ >= get_.connect_timeout) {
        return {Failure::timed_out, "the TLS handshake was not complete in time"};
      }
      return {Failure::tls, handshake_trouble(ERR_peek_error())};
    }
    if (!secure() && watch_.heard_anything()) {
      return {Failure::not_http, "what answered does not speak HTTP as it should"};
    }
    return {Failure::refused, "the connection was closed without an answer"};
  }

  // What differs between httplib 0.11 and 0.18: the later one tells a wrong host name apart. What
  // it has added since is asked for by exclusion, so that both compile.
  static bool is_tls_error(httplib::Error error) {
    return error != httplib::Error::Read && error != httplib::Error::Write &&
           error != httplib::Error::Canceled && error != httplib::Error::Unknown &&
           error != httplib::Error::Compression;
  }

  Reply failed(Trouble trouble) {
    reply_.trouble = std::move(trouble);
    return std::move(reply_);
  }

  const Get& get_;
  Reply reply_;
  std::unique_ptr<Body> body_;
  SocketWatch watch_;
  Clock::time_point started_;
};

}  // namespace

Reply http_get(const Get& get) {
  Reply last;
  for (const Address& address : get.addresses) {
    Exchange exchange(get);
    if (auto reply = exchange.with(address)) return std::move(*reply);
    last = exchange.unreachable();
  }
  return last;
}

}  // namespace fetch
