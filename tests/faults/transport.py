"""Rows 1 and 2: connections that end, and servers that only waste time."""

from bad_server import cut, drip, gzipped, reset_after
from feed_faults import NEXT, QUICK, FeedFault, FeedFaults
from suite import table

CLOSED = "the connection was closed without an answer"


def refused(name, answer, detail=CLOSED, **more):
    return FeedFault(name=name, rows=(1,), answer=answer, outcome="Connection refused",
                     detail=detail, **more)


class Connections(FeedFaults):
    @table(
        refused("connection refused", b"", "127.0.0.1: Connection refused",
                turn=lambda route: route.stop_listening()),
        # Where the reset comes before the connection is known to stand the words are others.
        refused("reset before the request is read", lambda peer: peer.reset(),
                "the connection was closed without an answer|127.0.0.1: the connection was lost"),
        refused("reset after the request", reset_after(b"")),
        refused("closed at once", lambda peer: None),
        refused("closed after the request", cut(b"")),
    )
    def check(self, case):
        self.check_fault(case)


def slow(name, answer, detail, **more):
    return FeedFault(name=name, rows=(2,), answer=answer, outcome="No answer in time",
                     detail=detail, **{"feed": QUICK, **more})


def slow_hello(peer):
    """The first bytes of a TLS record that never becomes whole."""
    peer.send(b"\x16\x03\x03\x40\x00\x02")
    peer.drip(b"\x00")


class Drips(FeedFaults):
    HEAD = b"HTTP/1.1 200 OK\r\n"
    NO_ANSWER = "no answer within 1 s"
    NOT_WHOLE = "the answer was not complete within 1 s"

    @table(
        slow("connect that is never completed", b"", "127.0.0.1: no connection in time",
             turn=lambda route: route.stop_accepting(),
             feed={"timeout_seconds": 20, "connect_timeout_seconds": 0.5}),
        slow("silence after the request", lambda peer: (peer.head(), peer.hold()), NO_ANSWER),
        slow("silence without reading the request", lambda peer: peer.hold(), NO_ANSWER),
        slow("drip in the status line", drip(b"HTTP/1.1 200 ", b"a"), NO_ANSWER),
        slow("drip in a header", drip(HEAD + b"X-Slow: ", b"a"), NO_ANSWER),
        slow("drip of headers", drip(HEAD, b"X-Slow: 1\r\n"), NO_ANSWER),
        slow("drip in the body",
             drip(HEAD + b"Content-Length: 60000\r\n\r\n", b" "), NOT_WHOLE),
        slow("drip in a body without length", drip(HEAD + b"\r\n", b" "), NOT_WHOLE),
        slow("drip in chunks",
             drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"), NOT_WHOLE),
        slow("drip in a chunk extension",
             drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2;x=", b"y"), NOT_WHOLE),
        slow("drip in gzip",
             drip(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzipped(NEXT)[:10],
                  gzipped(NEXT)[10:]),
             NOT_WHOLE),
        slow("whole document, and the end never comes",
             lambda peer: (peer.answer(Drips.HEAD + b"Content-Length: %d\r\n\r\n" % (len(NEXT) + 1)
                                       + NEXT), peer.hold()), NOT_WHOLE),
        slow("drip after 100", drip(b"HTTP/1.1 100 Continue\r\n\r\n", b"a"), NO_ANSWER),
    )
    def check(self, case):
        self.check_fault(case)
