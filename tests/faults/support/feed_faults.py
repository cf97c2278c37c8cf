"""Faults of feeds on one real board: every case is a feed whose server turns bad.

Each feed answers well once, so that there is something to lose, then does what its case says. After
the round that met the fault the case asks the board's own words: the outcome and its cause, whether
the last good data still stand, whether the slide is still shown and the rotation goes on, and how
much memory it took.
"""

import dataclasses
import re
import typing

import suite
from bad_server import BadServer, bytes_of, http
from board import Board, document
from children import Children

FIRST = "2026-03-10T09:00:00Z"  # when the two editions of every feed were generated
SECOND = "2026-03-10T10:00:00Z"

GOOD = http("200 OK", bytes_of(document(81.5, generated_at=FIRST)), 'ETag: "first"')
NEXT = bytes_of(document(82.5, generated_at=SECOND))

TRUNCATED = "the answer ended before it was whole"
QUICK = {"timeout_seconds": 1, "connect_timeout_seconds": 1}  # of a server that only wastes time

# What the fetch program may take at most, with its own limit on address space: limits.cpp.
MOST_OF_A_FETCH_KIB = 256 * 1024
# By how much the board's own peak may grow, whatever its feeds' servers do.
MOST_GROWTH_KIB = 24 * 1024


@dataclasses.dataclass(frozen=True, kw_only=True)
class FeedFault(suite.Case):
    answer: typing.Any  # of the server from the second connection on
    outcome: str  # of the round, as the play log words it
    detail: str = ""  # a regular expression for all of it; {port} is the route's
    # Another (outcome, detail) that is as right, where the machine's speed decides which comes first.
    otherwise: tuple | None = None
    reads: bool = False  # the second edition is what must be shown afterwards
    feed: dict = dataclasses.field(default_factory=dict)  # more settings of the feed
    first: typing.Any = GOOD
    scheme: str = "http"
    host: str = "127.0.0.1"
    turn: typing.Callable | None = None  # called with the route after its first connection


def with_length(length, body=NEXT):
    """An answer that says its length in other words than `http` would."""
    return b"HTTP/1.1 200 OK\r\nContent-Length: " + length + b"\r\n\r\n" + body


class FeedFaults(suite.FaultTest):
    """One board for all cases of a class; its settings are those of the cases' feeds."""

    screen = {"size": "640x360"}
    environment = {}

    @classmethod
    def prepare(cls, folder):
        """For what must be there before the board starts; `folder` is that of its settings."""

    @classmethod
    def setUpClass(cls):
        if not cls.cases():
            return
        cls.children = None
        cls.server = BadServer(
            on_connection=lambda: cls.children.now() if cls.children else [])
        cls.addClassCleanup(cls.server.close)
        cls.routes, feeds, slides = {}, [], []
        for number, case in enumerate(cls.cases()):
            feed = f"f{number:03}"
            route = cls.server.route(case.first, case.answer)
            route.after_first = case.turn
            cls.routes[case.name] = (feed, route)
            feeds.append({"id": feed, "url": route.url(host=case.host, scheme=case.scheme),
                          "every_seconds": 5, "first_after_seconds": 0, "timeout_seconds": 20,
                          **case.feed})
            slides.append({"id": f"slide-{feed}", "kind": "kpis", "kpis": [f"{feed}/figure"],
                           "seconds": 2})
        folder = suite.Place.scratch / cls.__name__
        folder.mkdir()
        cls.prepare(folder)
        cls.board = Board(folder, {"screen": cls.screen, "feeds": feeds, "slides": slides},
                          environment=cls.environment)
        cls.addClassCleanup(cls.board.stop)
        cls.children = Children(cls.board.process.pid)
        cls.addClassCleanup(cls.children.close)
        cls.memory_before = None

    def round_of(self, case, number):
        """(place in the play log, event, what it says of the feed) of a feed's nth round."""
        feed, _ = self.routes[case.name]
        seen = []

        def is_it(event):
            if event["event"] == "feeds":
                seen.extend(one for one in event["feeds"] if one["id"] == feed)
            return len(seen) >= number

        event = self.board.wait_for(is_it, f"round {number} of {case.name!r}")
        return self.board.events.index(event), event, seen[number - 1]

    def inject(self, case):
        """The round that met the fault: its place, the event and the feed's part of it."""
        _, _, good = self.round_of(case, 1)
        self.assertEqual(good["outcome"], "Answered", good["detail"])
        self.assertEqual(good["generated_at"], FIRST)
        return self.round_of(case, 2)

    def check_fault(self, case):
        """All that is promised of a fault of a feed."""
        feed, route = self.routes[case.name]
        place, event, bad = self.inject(case)
        outcome, wanted = case.outcome, case.detail.replace("{port}", str(route.port))
        if case.otherwise and bad["outcome"] == case.otherwise[0]:
            outcome, wanted = case.otherwise
        self.assertEqual((bad["outcome"], bool(re.fullmatch(wanted, bad["detail"]))),
                         (outcome, True),
                         f"\n  said    {bad['detail']!r}\n  wanted  {wanted!r}")
        self.assertEqual(bad["generated_at"], SECOND if case.reads else FIRST,
                         "the edition that is shown")
        self.assertIn(bad["state"], ("fresh", "late"))
        self.assertEqual(f"slide-{feed}" in event["slides"], self.is_shown(case),
                         "the slide of the last good data stands")
        self.board.wait_for_slide(after=place)  # the rotation goes on
        self.measure(worst_gap_ms=self.gap_since(place))
        self.check_memory(route)

    def is_shown(self, case):
        """Whether there is anything to show after the fault."""
        return True

    def gap_since(self, place):
        late = [event["worst_late_ms"] for event in self.board.events[place:]
                if event["event"] == "slide"]
        return max(late, default=0)

    def check_memory(self, route):
        cls = type(self)
        board = self.board.memory_kib()
        cls.memory_before = cls.memory_before or board
        self.assertLess(board - cls.memory_before, MOST_GROWTH_KIB, "growth of the board, KiB")
        peaks = [self.children.peak_kib(child) for callers in route.callers for child in callers]
        if any(peaks):
            self.measure(fetch_peak_kib=max(peaks))
        self.assertLess(max(peaks, default=0), MOST_OF_A_FETCH_KIB, "of the fetch program, KiB")
