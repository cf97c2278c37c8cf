"""Rows 4 and 5: packed answers, and those that are cut short and come as 200."""

import functools

from bad_server import bytes_of, chunked, cut, gzipped, http, reset_after
from board import document
from feed_faults import NEXT, TRUNCATED, FeedFault, FeedFaults, with_length
from suite import table

OK = b"HTTP/1.1 200 OK\r\n"


def encoded(encoding, body):
    return http("200 OK", body, f"Content-Encoding: {encoding}")


def packed(name, answer, outcome, detail="", **more):
    return FeedFault(name=name, rows=(4,), answer=answer, outcome=outcome, detail=detail, **more)


def unasked(encoding):
    return f'the answer is encoded as "{encoding}", which was not asked for'


def whole(name, answer, outcome, detail=TRUNCATED, **more):
    return FeedFault(name=name, rows=(5,), answer=answer, outcome=outcome, detail=detail, **more)


@functools.cache
def bomb():
    """A quarter of a megabyte that becomes 263."""
    return gzipped(bytes(263_000_000))


class Encodings(FeedFaults):
    DAMAGED = "the gzip data is damaged"
    TOO_SOON = "the gzip data ends too soon"
    HALF = bytes_of(document(83.5))[:-40]

    @classmethod
    def prepare(cls, folder):
        bomb()

    @table(
        packed("gzip bomb", lambda peer: peer.answer(encoded("gzip", bomb())), "Answer too large",
               "the document is over the limit of 8388608 bytes"),
        packed("gzip bomb in chunks", lambda peer: peer.answer(
            OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunked(bomb())), "Answer too large",
               "the document is over the limit of 8388608 bytes"),
        packed("gzip bomb of many members", encoded("gzip", gzipped(bytes(1 << 20)) * 90),
               "Answer too large", "the document is over the limit of 8388608 bytes"),
        packed("gzip cut short", encoded("gzip", gzipped(NEXT)[:-9]), "Answer cut short", TOO_SOON),
        packed("gzip with a wrong checksum", encoded("gzip", gzipped(NEXT)[:-8] + bytes(8)),
               "Unexpected answer", DAMAGED),
        packed("gzip that is none", encoded("gzip", NEXT), "Unexpected answer", DAMAGED),
        packed("gzip, then garbage", encoded("gzip", gzipped(NEXT) + b"garbage" * 4),
               "Unexpected answer", DAMAGED),
        packed("gzip of nothing", encoded("gzip", b""), "Answer cut short", TOO_SOON),
        packed("gzip of several members", encoded("gzip", gzipped(NEXT[:50]) + gzipped(NEXT[50:])),
               "Answered", reads=True),
        packed("gzip under its old name", encoded("x-gzip", gzipped(NEXT)), "Answered", reads=True),
        packed("gzip twice", encoded("gzip, gzip", gzipped(gzipped(NEXT))), "Unexpected answer",
               unasked("gzip, gzip")),
        packed("brotli", encoded("br", b"\x0b\x01\x80{}\x03"), "Unexpected answer", unasked("br")),
        packed("deflate", encoded("deflate", b"x\x9c\xab\xae\x05\x00\x01u\x00\xf9"),
               "Unexpected answer", unasked("deflate")),
        packed("gzip without saying so", http("200 OK", gzipped(NEXT)), "Answer is not JSON",
               "line 1, column 4: a NUL byte"),
        packed("an encoding of 4 kB", encoded("x" * 4000, NEXT), "Unexpected answer",
               unasked("x{39}…")),
        whole("cut short as 200, with a length", cut(with_length(b"%d" % len(NEXT), NEXT[:-1])),
              "Answer cut short"),
        whole("cut short as 200, without a length", cut(OK + b"\r\n" + HALF),
              "Answer is not JSON", r".*"),
        whole("cut short in gzip, without a length",
              cut(OK + b"Content-Encoding: gzip\r\n\r\n" + gzipped(NEXT)[:-20]), "Answer cut short",
              TOO_SOON),
        whole("reset in the body", reset_after(with_length(b"9000", NEXT)), "Answer cut short"),
        whole("half a document, whole as JSON", http("200 OK", b"{}"), "Not a board feed", r".*"),
        whole("nothing at all as 200", http("200 OK"), "Answer is not JSON", r".*"),
        whole("zero bytes of another document", http("200 OK", bytes(len(NEXT))),
              "Answer is not JSON", r".*"),
    )
    def check(self, case):
        self.check_fault(case)
