"""Row 14: settings that change while a board runs by them."""

import json
import os

import suite
from bad_server import BadServer, bytes_of, http
from board import Board, document
from suite import FaultTest, fault


class Changed(FaultTest):
    def setUp(self):
        self.server = BadServer()
        self.addCleanup(self.server.close)
        self.route = self.server.route(http("200 OK", bytes_of(document(81.5))))
        self.board = Board(suite.Place.scratch / self._testMethodName, self.settings("one", "two"))
        self.addCleanup(self.board.stop)
        self.board.wait_for_round("calls", lambda one: one["outcome"] == "Answered", "an answer")
        self.process = self.board.process.pid

    def settings(self, *slides):
        return {"screen": {"size": "640x360"}, "state_directory": "state",
                "feeds": [{"id": "calls", "url": self.route.url(), "every_seconds": 5,
                           "first_after_seconds": 0}],
                "slides": [{"id": slide, "kind": "kpis", "seconds": 2} for slide in slides]}

    def write(self, text):
        """As an editor does it: another file in its place."""
        new = self.board.config.with_suffix(".new")
        new.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        new.rename(self.board.config)

    def expect_old_ones(self, words):
        self.board.wait_for_log(words)
        self.board.wait_for_slide("one", after=len(self.board.events))
        self.board.wait_for_slide("two", after=len(self.board.events))
        self.measure(worst_gap_ms=self.board.worst_gap_ms())

    @fault("settings are changed: taken over in the same process, with the last good figures", 14)
    def test_changed(self):
        before = len(self.board.events)
        self.write(self.settings("three", "two"))
        start = self.board.wait_for(lambda event: event["event"] == "start", "a new start",
                                    after=before)
        first = self.board.wait_for_slide("three", after=self.board.events.index(start))
        self.assertIn(first["feeds"][0]["state"], ("fresh", "unknown"))
        self.assertEqual((self.board.process.pid, self.board.process.poll()), (self.process, None))
        self.measure(blank_ms=first["monotonic_ms"] - start["monotonic_ms"])

    @fault("settings are changed and wrong: the old ones stay, then the mended ones are taken", 14)
    def test_wrong(self):
        self.write('{"feeds": []}')
        self.expect_old_ones("settings not taken over")
        self.write(self.settings("mended", "two"))
        self.board.wait_for_slide("mended", after=len(self.board.events))

    @fault("settings are cut short while an editor writes them", 14)
    def test_cut(self):
        self.board.config.write_text('{"feeds": [{"id"', encoding="utf-8")
        self.expect_old_ones("settings not taken over")

    @fault("settings are removed", 14)
    def test_removed(self):
        self.board.config.unlink()
        self.expect_old_ones("settings not taken over")

    @fault("settings are written anew and say the same", 14)
    def test_touched(self):
        before = len(self.board.events)
        self.write(self.settings("one", "two"))
        os.utime(self.board.config)
        for slide in ("one", "two", "one"):
            self.board.wait_for_slide(slide, after=len(self.board.events))
        self.assertFalse([event for event in self.board.events[before:] if event["event"] == "start"])
