"""Row 11: a server that answers, and whose data are not what they seem."""

import datetime
import json

import suite
from bad_server import BadServer, bytes_of, http
from board import Board, document, explain
from suite import FaultTest, fault


def at(seconds):
    """A time that lies this far from now, as a feed writes it."""
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Stale(FaultTest):
    def start(self, answer, **feed):
        self.server = BadServer()
        self.addCleanup(self.server.close)
        self.route = self.server.route(answer)
        board = Board(suite.Place.scratch / self._testMethodName, {
            "feeds": [{"id": "calls", "url": self.route.url(), "every_seconds": 5,
                       "first_after_seconds": 0, **feed}],
            "slides": [{"id": "one", "kind": "kpis", "seconds": 2},
                       {"id": "two", "kind": "kpis", "seconds": 2}]})
        self.addCleanup(board.stop)
        return board

    def explained(self, board):
        """`explain` of a board that runs: the feed, and every text that stands on the slides."""
        said = explain(board.config)
        return said["feeds"][0], json.dumps(said["slides"], ensure_ascii=False)

    def expect_going_on(self, board):
        board.wait_for_slide(after=len(board.events))
        self.measure(worst_gap_ms=board.worst_gap_ms())

    @fault("frozen: 200 again and again, generated at the same time", 11)
    def test_frozen(self):
        board = self.start(http("200 OK", bytes_of(document(81.5, generated_at=at(0)))),
                           generated_late_after_seconds=5)
        first = board.wait_for_round("calls", lambda one: True, "the first round")
        self.assertEqual((first["outcome"], first["state"]), ("Answered", "fresh"))
        late = board.wait_for(lambda event: event["event"] == "slide"
                              and event["feeds"][0]["state"] == "late", "a late slide")
        self.assertEqual(late["feeds"][0]["because"], "frozen feed")
        again = board.wait_for_round("calls", lambda one: one["state"] == "late", "a late round")
        self.assertEqual(again["outcome"], "Answered")
        feed, slides = self.explained(board)
        self.assertEqual(feed["late_because"], "frozen feed")
        self.assertIn("late", slides)
        self.expect_going_on(board)

    @fault("from the future: generated tomorrow", 11)
    def test_future(self):
        tomorrow = at(86400)
        board = self.start(http("200 OK", bytes_of(document(81.5, generated_at=tomorrow))),
                           generated_late_after_seconds=60)
        first = board.wait_for_round("calls", lambda one: True, "the first round")
        self.assertEqual((first["outcome"], first["generated_at"]), ("Answered", tomorrow))
        feed, slides = self.explained(board)
        self.assertGreaterEqual(feed["fetched_seconds_ago"], 0)
        self.assertNotIn("-", "".join(part for part in slides.split('"') if "ago" in part))
        self.expect_going_on(board)

    def check_clock_of_the_server(self, date):
        headers = [f"Date: {date}", f"Last-Modified: {date}", f"Expires: {date}"]
        board = self.start(http("200 OK", bytes_of(document(81.5, generated_at=at(-60))), *headers))
        first = board.wait_for_round("calls", lambda one: True, "the first round")
        self.assertEqual((first["outcome"], first["state"]), ("Answered", "fresh"))
        feed, _ = self.explained(board)
        self.assertLess(feed["fetched_seconds_ago"], 60)
        self.assertGreaterEqual(feed["fetched_seconds_ago"], 0)
        self.expect_going_on(board)

    @fault("clock of the server stands in 1994", 11)
    def test_server_in_the_past(self):
        self.check_clock_of_the_server("Sun, 06 Nov 1994 08:49:37 GMT")

    @fault("clock of the server stands in 2094", 11)
    def test_server_in_the_future(self):
        self.check_clock_of_the_server("Sat, 06 Nov 2094 08:49:37 GMT")

    @fault("date of the server is nonsense", 11)
    def test_server_without_calendar(self):
        self.check_clock_of_the_server("Thirtyfirst of Never, 99:99")
