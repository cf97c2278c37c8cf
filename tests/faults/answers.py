"""Row 3: answers that are not HTTP as it should be, and those that are odd and yet right."""

from bad_server import chunked, cut, flood, http
from feed_faults import NEXT, QUICK, TRUNCATED, FeedFault, FeedFaults, with_length
from suite import table

NOT_HTTP = "what answered does not speak HTTP as it should"
LENGTH = "the answer's Content-Length makes no sense"
OUT_OF_MEMORY = ("Answer too large", "the answer needs more memory than a feed may take")
OK = b"HTTP/1.1 200 OK\r\n"


def odd(name, answer, outcome, detail="", **more):
    return FeedFault(name=name, rows=(3,), answer=answer, outcome=outcome, detail=detail, **more)


def endless(name, answer):
    """The HTTP library has no limit for a head, so that the deadline is what ends it, or memory."""
    return odd(name, answer, "No answer in time", "no answer within 1 s", feed=QUICK,
               otherwise=OUT_OF_MEMORY)


def read(name, answer, **more):
    """Odd, and yet it can be read rightly."""
    return odd(name, answer, "Answered", reads=True, **more)


CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


class Heads(FeedFaults):
    @table(
        odd("status line of 40 kB", OK[:-2] + b"a" * 40_000 + b"\r\n\r\n" + NEXT,
            # The HTTP library of Debian 12 dies of its own recursion: a failed round, no more.
            "Fetch program failed", r"ended by signal 11 \(Segmentation fault\)"),
        endless("status line without end", flood(b"HTTP/1.1 200 ", b"a" * 65536)),
        endless("header without end", flood(OK + b"X-Long: ", b"a" * 65536)),
        endless("headers without end", flood(OK, b"X-More: 1\r\n" * 6000)),
        odd("headers of 9 kB each", OK + b"X-Big: " + b"b" * 9000 + b"\r\n\r\n" + NEXT,
            "Answer is not HTTP", NOT_HTTP),
        odd("Content-Length absurd", with_length(b"60000000000"), "Answer too large",
            "the answer has 60000000000 bytes, over the limit of 8388608"),
        odd("Content-Length beyond 64 bits", with_length(b"99999999999999999999999"),
            "Answer is not HTTP", LENGTH),
        odd("Content-Length negative", with_length(b"-1"), "Answer is not HTTP", LENGTH),
        odd("Content-Length twice, different", with_length(b"2\r\nContent-Length: 3"),
            "Answer is not HTTP", LENGTH),
        odd("Content-Length not a number", with_length(b"two"), "Answer is not HTTP", LENGTH),
        odd("Content-Length in hexadecimal", with_length(b"0x10"), "Answer is not HTTP", LENGTH),
        read("Content-Length empty, ended by closing", cut(with_length(b""))),
        odd("Content-Length list", with_length(b"2, 2"), "Answer is not HTTP", LENGTH),
        odd("Content-Length larger than the body", cut(with_length(b"90000")),
            "Answer cut short", TRUNCATED),
        read("Content-Length twice, the same",
             with_length(b"%d\r\nContent-Length: %d" % (len(NEXT), len(NEXT)))),
        odd("103 early hints, then 200",
            b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + http("200 OK", NEXT),
            "Unexpected answer", "HTTP 103 from http://127.0.0.1:{port}/feed.json"),
        read("100 continue, then 200", b"HTTP/1.1 100 Continue\r\n\r\n" + http("200 OK", NEXT)),
        read("HTTP/1.0, ended by closing", cut(b"HTTP/1.0 200 OK\r\n\r\n" + NEXT)),
        read("no reason phrase", http("200", NEXT)),
        read("header names in odd case", http("200 OK", NEXT, "eTaG: \"x\"", "CONTENT-TYPE: x")),
        read("100 headers", http("200 OK", NEXT, *(f"X-{n}: {n}" for n in range(100)))),
        odd("HTTP/0.9", cut(NEXT), "Answer is not HTTP", NOT_HTTP),
        odd("line feeds only", b"HTTP/1.1 200 OK\nContent-Length: 2\n\n{}",
            "Answer is not HTTP", NOT_HTTP),
        odd("line ends without end", flood(b"", b"\r\n" * 9000), "Answer is not HTTP", NOT_HTTP),
        odd("garbage", b"\r\n".join([b"%&/()=?`" * 9] * 9), "Answer is not HTTP", NOT_HTTP),
        odd("binary", bytes(range(256)) * 9, "Answer is not HTTP", NOT_HTTP),
        odd("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9) * 4,
            "Answer is not HTTP", NOT_HTTP),
        odd("HTTP/3.7", http("200 OK", NEXT, version="3.7"), "Answer is not HTTP", NOT_HTTP),
        odd("status of four digits", http("2000 OK", NEXT), "Answer is not HTTP", NOT_HTTP),
        odd("status that is no number", http("OK 200", NEXT), "Answer is not HTTP", NOT_HTTP),
        odd("an SSH server", b"SSH-2.0-OpenSSH_9.2p1\r\n", "Answer is not HTTP", NOT_HTTP),
        odd("head cut short", cut(b"HTTP/1.1 200 OK\r\nContent-Le"), "Answer is not HTTP",
            NOT_HTTP),
        odd("header without colon", http("200 OK", NEXT, "nonsense"), "Answered", reads=True),
        odd("NUL in a header", http("200 OK", NEXT, "X-Nul: a\0b"), "Answered", reads=True),
    )
    def check(self, case):
        self.check_fault(case)


class Bodies(FeedFaults):
    SMALL = {"max_bytes": 65536}

    @table(
        odd("body without end", flood(OK + b"\r\n", b" " * 65536), "Answer too large",
            "the document is over the limit of 8388608 bytes"),
        odd("chunks without end", flood(CHUNKED, b"1000\r\n" + b" " * 4096 + b"\r\n"),
            "Answer too large", "the document is over the limit of 65536 bytes", feed=SMALL),
        odd("chunk extension without end", flood(CHUNKED + b"2;x=", b"y" * 65536),
            "No answer in time", "the answer was not complete within 1 s", feed=QUICK,
            otherwise=OUT_OF_MEMORY),
        odd("chunk size that is no number", CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n",
            "Answer cut short", TRUNCATED),
        odd("chunk size negative", CHUNKED + b"-2\r\n{}\r\n0\r\n\r\n", "Answer cut short",
            TRUNCATED),
        odd("chunk size beyond 64 bits", CHUNKED + b"fffffffffffffffff\r\n{}\r\n0\r\n\r\n",
            "Answer cut short", TRUNCATED),
        odd("chunk size absurd", CHUNKED + b"7fffffffffffffff\r\n" + NEXT, "Answer cut short",
            TRUNCATED),
        odd("chunk cut short", cut(CHUNKED + b"900\r\n{}"), "Answer cut short", TRUNCATED),
        odd("last chunk missing", cut(CHUNKED + chunked(NEXT, end=b"")), "Answer cut short",
            TRUNCATED),
        odd("chunk without its line end", CHUNKED + chunked(NEXT[:40])[:-7] + chunked(NEXT[40:]),
            "Answer is not JSON", ".*"),
        read("chunk extensions", CHUNKED + b"%x;a=b;c\r\n%s\r\n0\r\n\r\n" % (len(NEXT), NEXT)),
        read("chunks of one byte", CHUNKED + chunked(*(bytes([byte]) for byte in NEXT))),
        odd("trailers", CHUNKED + chunked(NEXT, end=b"0\r\nX-Sum: 1\r\n\r\n"),
            "Answer cut short", TRUNCATED),
        odd("trailers without end",
            flood(CHUNKED + chunked(NEXT, end=b"0\r\n"), b"X-More: 1\r\n" * 6000),
            "Answer cut short", TRUNCATED),
        read("something after the body", http("200 OK", NEXT) + b"HTTP/1.1 500 Oops\r\n\r\n"),
        odd("one byte over the limit", http("200 OK", b" " * 65537), "Answer too large",
            "the answer has 65537 bytes, over the limit of 65536", feed=SMALL),
        odd("over the limit without a length", cut(b"HTTP/1.0 200 OK\r\n\r\n" + b" " * 65537),
            "Answer too large", "the document is over the limit of 65536 bytes", feed=SMALL),
        odd("chunked and a length", OK + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunked(NEXT), "Answered", reads=True),
        odd("an unknown transfer encoding", OK + b"Transfer-Encoding: cabbage\r\n"
            b"Content-Length: %d\r\n\r\n" % len(NEXT) + NEXT, "Answered", reads=True),
    )
    def check(self, case):
        self.check_fault(case)
