"""Rows 19 and 21: slides that have nothing to show, and a board that is asked for months."""

import os

import suite
from bad_server import BadServer, bytes_of, http
from board import Board, document
from suite import Case, FaultTest, fault, table

FIGURES = [{"id": "figures", "kind": "kpis", "seconds": 2},
           {"id": "again", "kind": "kpis", "seconds": 2}]
LEFT = ["figures", "again"]


def answer(whole):
    return http("200 OK", bytes_of(whole))


class Slides(FaultTest):
    def start(self, slides, *answers):
        self.server = BadServer()
        self.addCleanup(self.server.close)
        route = self.server.route(*answers)
        board = Board(suite.Place.scratch / self._testMethodName, {
            "feeds": [{"id": "calls", "url": route.url(), "every_seconds": 5,
                       "first_after_seconds": 0}], "slides": slides})
        self.addCleanup(board.stop)
        return board

    def plan_after(self, board, number):
        """The slides that the nth answer gives, and those that it leaves out."""
        seen = []

        def is_it(event):
            seen.extend([event] if event["event"] == "feeds" else [])
            return len(seen) >= number

        board.wait_for(is_it, f"round {number}")
        return seen[number - 1]["slides"], seen[number - 1]["skipped"]

    def expect_going_on(self, board):
        board.wait_for_slide(after=len(board.events))
        self.measure(worst_gap_ms=board.worst_gap_ms())

    @table(*(Case(name=f"nothing to show: {kind}", rows=(21,)) for kind in (
        "overview", "priority", "theme", "headlines", "spotlight", "commitments", "rag-grid",
        "exceptions", "finance", "rank", "forward-plan", "control-charts")))
    def check(self, case):
        kind = case.name.rpartition(" ")[2]
        board = self.start([{"id": "empty", "kind": kind, "seconds": 2}, *FIGURES],
                           answer(document(81.5)))
        self.assertEqual(self.plan_after(board, 1), (LEFT, ["empty"]))
        self.expect_going_on(board)

    @fault("a series that no feed has", 21)
    def test_no_series(self):
        board = self.start([{"id": "empty", "kind": "trend", "series": "calls/none"}, *FIGURES],
                           answer(document(81.5)))
        self.assertEqual(self.plan_after(board, 1), (LEFT, ["empty"]))
        self.expect_going_on(board)

    @fault("a series without points, and a table without figures", 21)
    def test_no_values(self):
        whole = document(81.5, series=[{"id": "months", "title": "Months", "every": "month",
                                        "points": [["2026-01", None], ["2026-02", None]]}],
                         tables=[{"id": "money", "title": "Money", "unit": "gbp",
                                  "columns": [{"title": "Budget", "kind": "budget"}],
                                  "rows": [{"title": "Pay", "cells": [None]}]}])
        board = self.start([{"id": "trend", "kind": "trend", "series": "months"},
                            {"id": "money", "kind": "finance", "table": "money"}, *FIGURES],
                           answer(whole))
        self.assertEqual(self.plan_after(board, 1), (LEFT, ["trend", "money"]))
        self.expect_going_on(board)

    @fault("no slide has anything to show", 21)
    def test_none(self):
        board = self.start([{"id": "empty", "kind": "finance"}], answer(document(81.5)))
        slides, skipped = self.plan_after(board, 1)
        self.assertEqual((len(slides), skipped), (1, ["empty"]))
        self.assertEqual(board.process.poll(), None)

    @fault("the slide that is shown loses all it had, and gets it back", 21)
    def test_comes_and_goes(self):
        board = self.start([*FIGURES, {"id": "plan", "kind": "forward-plan", "seconds": 2}],
                           answer(document(81.5, agenda=[{"title": "Panel", "on": "2026-12-01"}])),
                           answer(document(82.5, generated_at="2026-03-10T12:58:00Z")),
                           answer(document(83.5, generated_at="2026-03-10T13:58:00Z",
                                           agenda=[{"title": "Panel", "on": "2026-12-01"}])))
        both = ([*LEFT, "plan"], [])
        self.assertEqual(self.plan_after(board, 1), both)
        self.assertEqual(self.plan_after(board, 2), (LEFT, ["plan"]))
        self.assertEqual(self.plan_after(board, 3), both)
        board.wait_for_slide("plan", after=len(board.events))
        self.expect_going_on(board)

    def check_growth(self, first, last, *answers):
        """What a board holds after so many rounds of twenty feeds it holds after more of them."""
        self.server = BadServer()
        self.addCleanup(self.server.close)
        feeds = [{"id": f"f{number}", "url": self.server.route(*answers).url(), "every_seconds": 5,
                  "first_after_seconds": 1, "timeout_seconds": 1, "connect_timeout_seconds": 1}
                 for number in range(20)]
        board = Board(suite.Place.scratch / self._testMethodName,
                      {"feeds": feeds, "slides": FIGURES})
        self.addCleanup(board.stop)

        def held_after(rounds):
            board.wait_for(lambda event: sum(len(board.rounds(f"f{n}")) for n in range(20))
                           >= 20 * rounds, f"{rounds} rounds", within=120)
            folder = f"/proc/{board.process.pid}"
            return len(os.listdir(f"{folder}/fd")), len(os.listdir(f"{folder}/task"))

        early = held_after(first)
        memory = board.memory_kib("VmRSS")
        self.assertEqual(self.settled(held_after(last), early), early, "descriptors and threads")
        self.measure(grew_kib=board.memory_kib("VmRSS") - memory)
        self.assertLess(board.memory_kib("VmRSS") - memory, 2048)

    @staticmethod
    def settled(now, before):
        """A fetch that is under way holds three pipes of its own."""
        return before if abs(now[0] - before[0]) <= 3 and now[1] == before[1] else now

    @fault("240 rounds with a new document each", 19)
    def test_growth_good(self):
        self.check_growth(4, 12, *(answer(document(50 + number)) for number in range(20)))

    @fault("80 rounds that fail, each otherwise", 19)
    def test_growth_bad(self):
        self.check_growth(2, 4, answer(document(81.5)), lambda peer: peer.reset(), http("500 Oops", b""),
                          http("200 OK", b"<html>"), lambda peer: peer.hold(),
                          http("404 Not Found", b"x"), answer({"format": "other"}))
