#include "fetch/program/tls_words.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace fetch {

std::string certificate_trouble(long verify_result, const std::string& host) {
  switch (verify_result) {
    case X509_V_OK:  // httplib's own check of the name
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "the certificate is for another host than " + host;
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return "the certificate has expired";
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return "the certificate is not yet valid; is this machine's clock right?";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return "the certificate is self-signed and not among the trusted ones";
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return "the certificate was not issued by a trusted authority";
    default:
      return std::string("the certificate is refused: ") +
             X509_verify_cert_error_string(verify_result);
  }
}

bool is_broken_off(unsigned long error) {
  if (error == 0) return true;
  if (ERR_GET_LIB(error) != ERR_LIB_SSL) return false;
  const int reason = ERR_GET_REASON(error);
  return reason == SSL_R_SHUTDOWN_WHILE_IN_INIT || reason == SSL_R_UNEXPECTED_EOF_WHILE_READING;
}

std::string handshake_trouble(unsigned long error) {
  if (is_broken_off(error)) return "the TLS handshake was broken off";
  const char* reason = ERR_reason_error_string(error);
  return std::string("the TLS handshake failed: ") + (reason ? reason : "unknown reason");
}

}  // namespace fetch
