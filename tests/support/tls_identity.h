// Keys and certificates, made when a test needs them; their dates are fixed, not counted from now.
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace support {

template <auto Free>
struct OpenSslDelete {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, OpenSslDelete<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, OpenSslDelete<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, OpenSslDelete<SSL_CTX_free>>;

struct Validity {
  const char* from = "20000101000000Z";
  const char* to = "20990101000000Z";
};

class Identity {
 public:
  // Signs itself; an authority may sign others.
  explicit Identity(const std::string& name, Validity validity = {})
      : Identity(name, "", nullptr, validity) {}

  // `names` as OpenSSL writes them: "DNS:localhost,IP:127.0.0.1".
  Identity(const std::string& name, const std::string& names, const Identity* authority,
           Validity validity = {})
      : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    X509* x509 = certificate_.get();
    X509_set_version(x509, 2);
    static long serial = 1;
    ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial);
    ASN1_TIME_set_string(X509_getm_notBefore(x509), validity.from);
    ASN1_TIME_set_string(X509_getm_notAfter(x509), validity.to);
    X509_set_pubkey(x509, key_.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    const Identity& issuer = authority ? *authority : *this;
    X509_set_issuer_name(x509, X509_get_subject_name(issuer.certificate_.get()));
    if (names.empty()) {
      extend(NID_basic_constraints, "critical,CA:TRUE", issuer);
    } else {
      extend(NID_subject_alt_name, names, issuer);
    }
    if (X509_sign(x509, issuer.key_.get(), EVP_sha256()) == 0) throw std::runtime_error("sign");
  }

  std::string pem() const {
    const std::unique_ptr<BIO, OpenSslDelete<BIO_free_all>> out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate_.get());
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<size_t>(size)};
  }

  Context server_context() const {
    Context context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), certificate_.get());
    SSL_CTX_use_PrivateKey(context.get(), key_.get());
    return context;
  }

 private:
  void extend(int nid, const std::string& value, const Identity& issuer) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer.certificate_.get(), certificate_.get(), nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, OpenSslDelete<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    if (!extension) throw std::runtime_error("extension " + value);
    X509_add_ext(certificate_.get(), extension.get(), -1);
  }

  Key key_;
  Certificate certificate_;
};

}  // namespace support
