// Why a TLS connection was refused, in words that a person can act on.
#pragma once

#include <string>

namespace fetch {

// `verify_result` is an X509_V_ code of OpenSSL.
std::string certificate_trouble(long verify_result, const std::string& host);

// Whether the handshake ended without either side having objected to anything: the peer left or was
// silent, and what OpenSSL's queue holds, if anything, is about our own hanging up.
bool is_broken_off(unsigned long error);

// `error` is the first that OpenSSL's queue holds after a failed handshake; 0 if it holds nothing.
std::string handshake_trouble(unsigned long error);

}  // namespace fetch
