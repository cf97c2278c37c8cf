"""Row 12: the board's own clock, wrong at the start, set while the board runs, in another zone.

libfaketime gives the programs their time; what they measure intervals with stays true, as in a real
machine whose clock is set.
"""

import datetime
import json
import pathlib

import suite
from bad_server import BadServer, bytes_of, http
from board import Board, document, explain
from suite import FaultTest, fault

LIBRARIES = sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
FIRST_OF_1970 = "1970-01-01 00:05:00"


class WrongClock(FaultTest):
    late_after = 20

    def setUp(self):
        if not LIBRARIES:
            self.skipTest("no libfaketime (scripts/install-packages --tests)")
        self.folder = suite.Place.scratch / self._testMethodName
        self.folder.mkdir()
        self.time = self.folder / "time"
        self.server = BadServer()
        self.addCleanup(self.server.close)

    def set(self, time):
        """Sets the clock; all programs of the case read it anew whenever they ask."""
        new = self.folder / "time.new"
        new.write_text(f"@{time}\n", encoding="ascii")
        new.rename(self.time)

    def environment(self):
        return {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_TIMESTAMP_FILE": str(self.time),
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1", "TZ": "UTC"}

    def start(self, *answers, time, screen=None, **feed):
        self.set(time)
        route = self.server.route(*answers)
        return self.start_again(route, screen, **feed)

    def start_again(self, route, screen=None, **feed):
        number = len(list(self.folder.glob("board*")))
        board = Board(self.folder / f"board{number}", {
            "screen": {"size": "640x360", **(screen or {})},
            "state_directory": str(self.folder / "state"),
            "feeds": [{"id": "calls", "url": route.url(), "every_seconds": 5,
                       "first_after_seconds": 0, "late_after_seconds": self.late_after, **feed}],
            "slides": [{"id": "one", "kind": "kpis", "seconds": 2},
                       {"id": "two", "kind": "kpis", "seconds": 2}]},
            environment=self.environment())
        self.addCleanup(board.stop)
        return board

    def next_slide(self, board, wanted=lambda event: True):
        return board.wait_for(lambda event: event["event"] == "slide" and wanted(event),
                              "the next slide", after=len(board.events))

    def good(self):
        return http("200 OK", bytes_of(document(81.5)), 'ETag: "one"')

    def check_fresh(self, event, *, trusted=True):
        self.assertEqual((event["clock_trusted"], event["feeds"][0]["state"]), (trusted, "fresh"))

    def expect_going_on(self, board):
        self.next_slide(board)
        self.measure(worst_gap_ms=board.worst_gap_ms())

    @fault("no clock at the start: 1970", 12)
    def test_1970(self):
        board = self.start(self.good(), time=FIRST_OF_1970)
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        self.check_fresh(self.next_slide(board), trusted=False)
        self.expect_going_on(board)

    @fault("no clock at the start, and the server is gone: late all the same", 12)
    def test_1970_without_server(self):
        board = self.start(self.good(), lambda peer: peer.reset(), time=FIRST_OF_1970,
                           late_after_seconds=6)
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        late = board.wait_for(lambda event: event["event"] == "slide"
                              and event["feeds"][0]["state"] == "late", "a late slide")
        self.assertEqual((late["clock_trusted"], late["feeds"][0]["because"]),
                         (False, "server not answering"))
        self.expect_going_on(board)

    @fault("no clock after a power cut: the age of the last good data is unknown", 12)
    def test_1970_after_power_cut(self):
        board = self.start(self.good(), lambda peer: peer.reset(), time="2026-11-27 15:00:00")
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        board.kill()
        board.stop()
        self.set(FIRST_OF_1970)
        again = self.start_again(self.server.route(lambda peer: peer.reset()))
        first = again.wait_for_slide()
        self.assertEqual((first["slide"], first["feeds"][0]["state"]), ("one", "unknown"))
        # Once it is set three hours are known to have passed, where the machine kept the time itself.
        self.set("2026-11-27 18:00:00")
        event = self.next_slide(again, lambda event: event["at"].startswith("2026-11-27"))
        self.assertIn(event["feeds"][0]["state"], ("late", "unknown"))
        self.expect_going_on(again)

    def check_step(self, before, after, *, trusted_before=True, trusted_after=True):
        """A clock that is set never makes figures late that came a moment ago, nor young again."""
        board = self.start(self.good(), http("304 Not Modified", b""), time=before,
                           every_seconds=60, late_after_seconds=120)
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        self.check_fresh(self.next_slide(board), trusted=trusted_before)
        self.set(after)
        set_at = len(board.events)
        event = board.wait_for(lambda event: event["event"] == "slide"
                               and event["at"][:10] == after[:10], "a slide by the new clock",
                               after=set_at)
        self.check_fresh(event, trusted=trusted_after)
        fetched = datetime.datetime.fromisoformat(event["feeds"][0]["fetched_at"].rstrip("Z"))
        shown = datetime.datetime.fromisoformat(event["at"].rstrip("Z"))
        self.assertLess(abs((shown - fetched).total_seconds()), 60)
        self.expect_going_on(board)

    @fault("the clock is set for the first time: 1970 to today", 12)
    def test_first_set(self):
        self.check_step(FIRST_OF_1970, "2026-11-27 15:00:00", trusted_before=False)

    @fault("forward by a year", 12)
    def test_forward(self):
        self.check_step("2026-11-27 15:00:00", "2027-11-27 15:00:00")

    @fault("back by a year", 12)
    def test_back(self):
        self.check_step("2027-11-27 15:00:00", "2026-11-26 15:00:00")

    @fault("back to 1970: a battery that fails", 12)
    def test_back_to_1970(self):
        self.check_step("2026-11-27 15:00:00", FIRST_OF_1970, trusted_after=False)

    @fault("forward beyond what can be: 2150", 12)
    def test_far_future(self):
        self.check_step("2026-11-27 15:00:00", "2150-01-01 00:00:00", trusted_after=False)

    @fault("back by a year, and the server is gone: late all the same", 12)
    def test_back_without_server(self):
        board = self.start(self.good(), lambda peer: peer.reset(), time="2027-11-27 15:00:00",
                           late_after_seconds=6)
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        self.set("2026-11-26 15:00:00")
        late = board.wait_for(lambda event: event["event"] == "slide"
                              and event["at"].startswith("2026-11-26")
                              and event["feeds"][0]["state"] == "late", "a late slide")
        self.assertEqual(late["feeds"][0]["because"], "server not answering")
        self.expect_going_on(board)

    @fault("back and forth, ten times", 12)
    def test_back_and_forth(self):
        board = self.start(self.good(), http("304 Not Modified", b""), time="2026-11-27 15:00:00")
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        for year in [2026, 2030] * 5:
            self.set(f"{year}-11-27 15:00:00")
            event = self.next_slide(board, lambda event, year=year: event["at"].startswith(str(year)))
            self.check_fresh(event)
        self.expect_going_on(board)

    def clock_at(self, time):
        """What the header's clock says at a time in a board in London."""
        self.set(time)
        route = self.server.route(self.good())
        board = self.folder / "london.json"
        board.write_text(json.dumps({
            "screen": {"size": "640x360", "time_zone": "Europe/London"}, "state_directory": "",
            "feeds": [{"id": "calls", "url": route.url(), "every_seconds": 5}],
            "slides": [{"id": "one", "kind": "kpis"}]}), encoding="utf-8")
        return explain(board, environment=self.environment())["clock"]

    @fault("summer time begins: an hour that is not there", 12)
    def test_gap(self):
        self.assertEqual([self.clock_at("2026-03-29 00:59:30"), self.clock_at("2026-03-29 01:00:30")],
                         ["00:59", "02:00"])

    @fault("summer time ends: an hour that comes twice", 12)
    def test_overlap(self):
        self.assertEqual([self.clock_at("2026-10-25 00:30:00"), self.clock_at("2026-10-25 01:30:00")],
                         ["01:30", "01:30"])

    def check_night(self, before, after):
        """A board that runs through a night on which the clocks change."""
        board = self.start(self.good(), http("304 Not Modified", b""), time=before,
                           screen={"time_zone": "Europe/London"})
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        event = self.next_slide(board, lambda event: event["at"] >= after)
        self.check_fresh(event)
        self.expect_going_on(board)

    @fault("a board that runs when summer time begins", 12)
    def test_night_of_spring(self):
        self.check_night("2026-03-29 00:59:57", "2026-03-29T01:00:00Z")

    @fault("a board that runs when summer time ends", 12)
    def test_night_of_autumn(self):
        self.check_night("2026-10-25 00:59:57", "2026-10-25T01:00:00Z")

    @fault("a zone that the machine does not know", 12)
    def test_unknown_zone(self):
        self.set("2026-11-27 15:00:00")
        with self.assertRaisesRegex(AssertionError, "Europe/Lundun"):
            route = self.server.route(self.good())
            board = self.folder / "zone.json"
            board.write_text(json.dumps({
                "screen": {"time_zone": "Europe/Lundun"}, "state_directory": "",
                "feeds": [{"id": "calls", "url": route.url()}],
                "slides": [{"kind": "kpis"}]}), encoding="utf-8")
            explain(board, environment=self.environment())
