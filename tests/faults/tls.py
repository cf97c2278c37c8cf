"""Row 8, and what of rows 2, 5 and 6 needs TLS: who is trusted, and how it is said who is not."""

import shutil
import ssl

from bad_server import BadServer, http
from certificates import Authority
from feed_faults import GOOD, NEXT, QUICK, TRUNCATED, FeedFault, FeedFaults
from suite import table

PAST = "20200101000000Z", "20210101000000Z"
FUTURE = "20980101000000Z", "20990101000000Z"
UNTRUSTED = "the certificate was not issued by a trusted authority"
ANOTHER_HOST = "the certificate is for another host than 127.0.0.1"
NO_HANDSHAKE = "(no answer within 1 s|the TLS handshake was not complete in time)"


def served(context, answer=None):
    """An answer over TLS, with the certificate that Certificates.contexts has by this name."""

    def serve(peer):
        peer.start_tls(Certificates.contexts[context])
        peer.answer(answer or http("200 OK", NEXT))

    return serve


def over_tls(name, row, answer, outcome, detail="", *, ca_file="ca.pem", feed=(), **more):
    """A feed whose first answer is good, and whose server then turns bad."""
    return FeedFault(name=name, rows=(row,), answer=answer, outcome=outcome, detail=detail,
                     first=served("good", GOOD), scheme="https",
                     feed={"ca_file": ca_file, **dict(feed)}, **more)


def good(name, context):
    return over_tls(name, 8, served(context), "Answered", reads=True)


def bad(name, context, detail, **more):
    return over_tls(name, 8, served(context), "Not a secure connection", detail, **more)


def broken(name, answer, detail):
    """There is no certificate to judge: the handshake itself fails."""
    return over_tls(name, 8, answer, "Not a secure connection", detail)


def downgrade(peer):
    peer.start_tls(Certificates.contexts["good"])
    plain = f"http://127.0.0.1:{Certificates.plain.port}/x?key=1"
    peer.answer(http("302 Found", b"", f"Location: {plain}"))


def make_contexts(folder, authority):
    other = Authority(folder, "Another authority")
    between = Authority(folder, "Intermediate", issuer=authority)
    gone = Authority(folder, "Expired authority", issuer=authority, times=PAST)
    no_authority = Authority(folder, "No authority", issuer=authority,
                             extensions=("basicConstraints=critical,CA:FALSE",))
    fenced = Authority(folder, "Fenced authority", issuer=authority, extensions=(
        "basicConstraints=critical,CA:TRUE", "nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0"))
    san = "subjectAltName=IP:127.0.0.1"
    made = {
        "good": authority.issue("good"),
        "elliptic": authority.issue("elliptic", key=("ec", "-pkeyopt", "ec_paramgen_curve:P-256")),
        "by intermediate": between.issue("served", chain=(between.certificate,)),
        "untrusted": other.issue("untrusted"),
        "expired": authority.issue("expired", times=PAST),
        "not yet": authority.issue("not yet", times=FUTURE),
        "wrong host": authority.issue("wrong host", names="DNS:example.org"),
        "name as DNS": authority.issue("name as DNS", names="DNS:127.0.0.1"),
        "subject only": authority.issue("127.0.0.1", names=""),
        "wildcard": authority.issue("wildcard", names="DNS:*"),
        "self-signed": authority.issue("self-signed", self_signed=True),
        "weak key": authority.issue("weak key", key=("rsa:1024",)),
        "weak digest": authority.issue("weak digest", digest="md5"),
        "no intermediate": between.issue("no intermediate"),
        "expired authority": gone.issue("expired authority", chain=(gone.certificate,)),
        "no authority": no_authority.issue("no authority", chain=(no_authority.certificate,)),
        "outside its fence": fenced.issue("outside its fence", chain=(fenced.certificate,)),
        "for clients": authority.issue("for clients",
                                       extensions=(san, "extendedKeyUsage=clientAuth")),
        "critical unknown": authority.issue(
            "critical unknown", extensions=(san, "1.2.3.4.5=critical,ASN1:UTF8String:x")),
    }
    contexts = {name: identity.context() for name, identity in made.items()}
    contexts["old protocol"] = made["good"].context(oldest=ssl.TLSVersion.TLSv1,
                                                    newest=ssl.TLSVersion.TLSv1_1)
    return contexts


class Certificates(FeedFaults):
    contexts = {}

    @classmethod
    def prepare(cls, folder):
        authority = Authority(folder, "Private authority")
        cls.contexts.update(make_contexts(folder, authority))
        for name in ("ca.pem", "ca-that-goes.pem", "ca-that-breaks.pem"):
            shutil.copy(authority.certificate, folder / name)
        cls.folder = folder
        plain = BadServer()
        cls.addClassCleanup(plain.close)
        cls.plain = plain.route(http("200 OK", NEXT))

    @table(
        good("private authority by file", "good"),
        good("elliptic curve", "elliptic"),
        good("intermediate that is sent along", "by intermediate"),
        bad("authority that nobody trusts", "untrusted", UNTRUSTED),
        bad("expired", "expired", "the certificate has expired"),
        bad("not yet valid", "not yet",
            r"the certificate is not yet valid; is this machine's clock right\?"),
        bad("another host", "wrong host", ANOTHER_HOST),
        bad("address as a DNS name", "name as DNS", ANOTHER_HOST),
        bad("name in the subject alone", "subject only", ANOTHER_HOST),
        bad("wildcard for everything", "wildcard", ANOTHER_HOST),
        bad("self-signed", "self-signed",
            "the certificate is self-signed and not among the trusted ones"),
        bad("weak key", "weak key", "the certificate is refused: EE certificate key too weak"),
        bad("weak digest", "weak digest",
            "the certificate is refused: CA signature digest algorithm too weak"),
        bad("intermediate that is not sent", "no intermediate", UNTRUSTED),
        bad("authority that has expired", "expired authority", "the certificate has expired"),
        bad("issued by a server's certificate", "no authority",
            "the certificate is refused: invalid CA certificate"),
        bad("issued outside what its authority may", "outside its fence",
            "the certificate is refused: permitted subtree violation"),
        bad("for clients, not for servers", "for clients",
            r"the certificate is refused: (unsuitable|unsupported) certificate purpose"),
        bad("critical extension that nobody knows", "critical unknown",
            "the certificate is refused: unhandled critical extension"),
        bad("old protocol", "old protocol", "the TLS handshake failed: .*protocol version.*"),
        broken("no TLS at all", lambda peer: peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
               "the TLS handshake failed: wrong version number"),
        broken("handshake broken off", lambda peer: peer.connection.recv(1),
               "the TLS handshake was broken off"),
        broken("handshake reset", lambda peer: (peer.connection.recv(1), peer.reset()),
               "the TLS handshake was broken off"),
        bad("authorities missing", "good", "no certificate authority can be read from .*goes.pem",
            ca_file="ca-that-goes.pem",
            turn=lambda route: (Certificates.folder / "ca-that-goes.pem").unlink()),
        bad("authorities damaged", "good", "no certificate authority can be read from .*breaks.pem",
            ca_file="ca-that-breaks.pem",
            turn=lambda route: (Certificates.folder / "ca-that-breaks.pem").write_text("junk")),
    )
    def check(self, case):
        self.check_fault(case)
        if not case.reads:
            self.assertEqual(len(self.routes[case.name][1].requests), 1,
                             "requests: only the first, good one may have been sent")

    @table(
        over_tls("drip in the TLS handshake", 2, lambda peer: (
            peer.send(b"\x16\x03\x03\x40\x00\x02"), peer.drip(b"\0")), "No answer in time",
                 NO_HANDSHAKE, feed=QUICK),
        over_tls("silence in the TLS handshake", 2, lambda peer: peer.hold(), "No answer in time",
                 NO_HANDSHAKE, feed=QUICK),
        over_tls("silence in the TLS handshake, longer than a connection may take", 2,
                 lambda peer: peer.hold(), "No answer in time",
                 "the TLS handshake was not complete in time", feed={"connect_timeout_seconds": 1}),
        # Nothing here ever says TLS's goodbye: a connection just ends, as if somebody had cut it.
        over_tls("TLS closed without notice, with a length", 5, served(
            "good", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + NEXT),
                 "Answer cut short", TRUNCATED),
        over_tls("TLS closed without notice, without a length", 5, served(
            "good", b"HTTP/1.1 200 OK\r\n\r\n" + NEXT[:-40]), "Answer is not JSON", ".*"),
    )
    def check_transport(self, case):
        self.check_fault(case)

    @table(
        over_tls("from https to http", 6, downgrade, "Redirected elsewhere",
                 r"a redirect from https to http, to http://127\.0\.0\.1:\d+/x\?…"),
    )
    def check_downgrade(self, case):
        self.check_fault(case)
        self.assertEqual(self.plain.requests, [])
