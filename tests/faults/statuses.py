"""Row 7: what a status says, when to ask again, and the access token."""

import datetime

from bad_server import cut, drip, flood, http
from feed_faults import NEXT, QUICK, SECOND, FeedFault, FeedFaults
from suite import table


def status(name, answer, outcome, code=None, detail=None, **more):
    if detail is None:
        detail = rf"HTTP {code} from http://127\.0\.0\.1:{{port}}/feed\.json"
    return FeedFault(name=name, rows=(7,), answer=answer, outcome=outcome, detail=detail, **more)


PORTAL = (b"<!DOCTYPE html><html><head><title>Guest Wi-Fi</title></head>"
          b"<body><form>Sign in</form></body></html>")


def seconds_between(earlier, later):
    """Of two times of the play log."""
    parse = datetime.datetime.fromisoformat
    return (parse(later) - parse(earlier)).total_seconds()


def unchanged_and_open(peer):
    """A 304 of a server that keeps the connection."""
    peer.answer(b'HTTP/1.1 304 Not Modified\r\nETag: "first"\r\nConnection: keep-alive\r\n\r\n')
    peer.hold()


class Statuses(FeedFaults):
    @table(
        status("captive portal", http("200 OK", PORTAL, "Content-Type: text/html"),
               "Answer is not JSON", detail=r"line 1, column 1: .*"),
        status("captive portal that redirects",
               http("302 Found", PORTAL, "Location: https://portal.example..net/login"),
               "Host not found", detail="portal.example..net: Name or service not known"),
        status("204", b"HTTP/1.1 204 No Content\r\n\r\n", "Unexpected answer", 204),
        status("206", http("206 Partial Content", NEXT[:20], "Content-Range: bytes 0-19/99"),
               "Unexpected answer", 206),
        status("300", http("300 Multiple Choices", b""), "Unexpected answer", 300),
        status("403", http("403 Forbidden", PORTAL), "Access forbidden (403)", 403),
        status("404", http("404 Not Found", PORTAL), "Feed not found (404)", 404),
        status("410", http("410 Gone", b""), "Feed withdrawn (410)", 410),
        status("418", http("418 I'm a teapot", NEXT), "Unexpected answer", 418),
        status("500", http("500 Internal Server Error", b"trace " * 999), "Server error", 500),
        status("502 of a proxy", http("502 Bad Gateway", PORTAL), "Server error", 502),
        status("504 of a proxy", http("504 Gateway Timeout", PORTAL), "Server error", 504),
        status("599", http("599 Network Connect Timeout", b""), "Server error", 599),
        status("600", http("600 Nonsense", b""), "Unexpected answer", 600),
        status("304, and the connection stays open", unchanged_and_open, "Answered", detail=""),
        status("304 with a body",
               cut(b'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\nnonsense!'), "Answered",
               detail=""),
        status("an error without end", flood(b"HTTP/1.1 500 Oops\r\n\r\n", b"x" * 65536),
               "Server error", 500),
        status("an error that drips", drip(b"HTTP/1.1 503 Busy\r\n\r\n", b"x"), "Server busy", 503,
               feed=QUICK),
    )
    def check(self, case):
        self.check_fault(case)
        _, _, again = self.round_of(case, 2)
        if case.name.startswith("304"):
            _, _, first = self.round_of(case, 1)
            self.assertEqual(again["http_status"], 304)
            self.assertGreater(again["fetched_at"], first["fetched_at"])
            self.assertEqual(self.routes[case.name][1].requests[1].count('If-None-Match: "first"'),
                             1)


class Busy(FeedFaults):
    """Both forms of Retry-After, and when the board says that it will ask again."""

    WAITS = {"503 and seconds": 120, "429 and seconds": 120, "503 and a date": 120,
             "429 and a date": 120, "Retry-After of a year": 3600, "Retry-After in the past": 0,
             "Retry-After that is nonsense": 0, "Retry-After negative": 0, "503 alone": 0}
    DATE = "Date: Sun, 06 Nov 1994 08:49:37 GMT"

    @table(
        status("503 and seconds", http("503 Busy", b"", "Retry-After: 120"), "Server busy", 503),
        status("429 and seconds", http("429 Slow Down", b"", "Retry-After: 120"), "Server busy",
               429),
        status("503 and a date", http("503 Busy", b"", DATE, "Retry-After: Sunday, 06-Nov-94 "
                                      "08:51:37 GMT"), "Server busy", 503),
        status("429 and a date", http("429 Slow Down", b"", DATE,
                                      "Retry-After: Sun, 06 Nov 1994 08:51:37 GMT"),
               "Server busy", 429),
        status("Retry-After of a year", http("503 Busy", b"", "Retry-After: 31536000"),
               "Server busy", 503),
        status("Retry-After in the past", http("503 Busy", b"", DATE,
                                               "Retry-After: Sun, 06 Nov 1994 08:00:00 GMT"),
               "Server busy", 503),
        status("Retry-After that is nonsense", http("503 Busy", b"", "Retry-After: soon"),
               "Server busy", 503),
        status("Retry-After negative", http("503 Busy", b"", "Retry-After: -5"), "Server busy",
               503),
        status("503 alone", http("503 Busy", PORTAL), "Server busy", 503),
    )
    def check(self, case):
        self.check_fault(case)
        _, _, busy = self.round_of(case, 2)
        wait = seconds_between(busy["asked_at"], busy["next_try_at"])
        least = self.WAITS[case.name]
        self.assertGreaterEqual(wait, least)
        # A fifth of it, or of the cadence, spreads the screens out; a second is rounding.
        self.assertLessEqual(wait, least * 1.2 + 6)


def only_with(token):
    """Good for whoever has the token, 401 for all others."""

    def answer(peer):
        is_known = f"\r\nAuthorization: Bearer {token}\r\n".encode() in peer.head()
        peer.send(http("200 OK", NEXT) if is_known else http("401 Unauthorized", PORTAL))

    return answer


class Tokens(FeedFaults):
    @classmethod
    def prepare(cls, folder):
        cls.folder = folder
        for name in ("renewed", "gone", "torn"):
            (folder / name).write_text("old-token\n", encoding="ascii")

    @table(
        status("401, and the token is read again", only_with("new-token"),
               "Access token not accepted (401)", 401, feed={"token_file": "renewed"}),
    )
    def check_renewed(self, case):
        self.check_fault(case)
        (self.folder / "renewed.new").write_text("new-token\n", encoding="ascii")
        (self.folder / "renewed.new").rename(self.folder / "renewed")
        feed, _ = self.routes[case.name]
        again = self.board.wait_for_round(feed, lambda one: one["outcome"] == "Answered"
                                          and one["generated_at"] == SECOND, "the new edition")
        self.assertEqual(again["failures_in_a_row"], 0)
        self.assertNotIn("token", self.board.log.replace("Access token", ""))

    @table(
        status("token file that goes", only_with("old-token"), "Access token missing",
               detail=".*/gone: No such file or directory", feed={"token_file": "gone"},
               turn=lambda route: (Tokens.folder / "gone").unlink()),
        status("token of two lines", only_with("old-token"), "Access token missing",
               detail=".*/torn is not one line of text", feed={"token_file": "torn"},
               turn=lambda route: (Tokens.folder / "torn").write_text("a\nX-Evil: 1\n")),
    )
    def check_missing(self, case):
        self.check_fault(case)
