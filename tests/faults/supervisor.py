"""Rows 15 and 18: what the supervisor hears, and when it must hear nothing."""

import re
import signal

import suite
from bad_server import BadServer, bytes_of, http
from board import SOON, Board, document
from notify import NotifySocket
from suite import FaultTest, fault
from x_server import XServer

UP, LIVES = "READY=1", "WATCHDOG=1"
LIMIT = 2  # seconds after which the supervisor would end a silent board


class Supervisor(FaultTest):
    def setUp(self):
        self.folder = suite.Place.scratch / self._testMethodName
        self.folder.mkdir()
        self.notify = NotifySocket(self.folder / "notify", limit_seconds=LIMIT)
        self.addCleanup(self.notify.close)

    def start(self, *, answer=None, dwell=2, environment=None, **more):
        server = BadServer()
        self.addCleanup(server.close)
        route = server.route(answer or http("200 OK", bytes_of(document(81.5))))
        board = Board(self.folder, {
            "feeds": [{"id": "calls", "url": route.url(), "every_seconds": 5,
                       "first_after_seconds": 0}],
            "slides": [{"id": "one", "kind": "kpis", "seconds": dwell},
                       {"id": "two", "kind": "kpis", "seconds": dwell}]},
            environment={**self.notify.environment, **(environment or {})}, **more)
        self.addCleanup(board.stop)
        return board

    def start_in_window(self, server, **more):
        return self.start(arguments=("--windowed",),
                          environment={"DISPLAY": server.name, "SDL_VIDEODRIVER": "x11"}, **more)

    def x_server(self):
        if not XServer.is_there():
            self.skipTest("Xvfb is not installed")
        server = XServer()
        self.addCleanup(server.close)
        return server

    def hear(self, line):
        self.notify.wait_for(lambda heard: heard == line, line)

    @fault("ready is said once, with the first frame", 15, 18)
    def test_ready(self):
        board = self.start()
        self.hear(UP)
        board.wait_for_slide("one")
        self.hear(LIVES)
        self.assertEqual(self.notify.heard.count(UP), 1)

    @fault("a slide that stands still lives", 17, 18)
    def test_standing(self):
        self.start(dwell=3600)
        for _ in range(4):
            self.hear(LIVES)

    @fault("as the Wayland unit starts it, beneath a compositor that is the main process", 18)
    def test_beneath_compositor(self):
        unit = (suite.ROOT / "config/systemd/bluelamp-wayland.service").read_text(encoding="utf-8")
        started = re.search(r"^ExecStart=.* -- (.*?)/usr/bin/bluelamp", unit, re.MULTILINE)
        self.start(dwell=3600, launcher=started[1].split(), environment={"WATCHDOG_PID": "1"})
        for _ in range(2):
            self.hear(LIVES)

    @fault("a feed that fails is named to the supervisor, and the board lives", 18)
    def test_failing_feed(self):
        self.start(answer=http("404 Not Found"))
        self.notify.wait_for(lambda line: line.startswith("STATUS=") and "HTTP 404" in line,
                             "the status with the cause")
        self.hear(LIVES)

    @fault("stopping is said at SIGTERM, and the exit code is 0", 18)
    def test_stopping(self):
        board = self.start()
        self.hear(UP)
        board.kill(signal.SIGTERM)
        self.hear("STOPPING=1")
        self.assertEqual(board.process.wait(SOON), 0)

    @fault("no display at start: more time is asked for, ready is not said until there is one", 15, 18)
    def test_no_display(self):
        server = self.x_server()
        server.kill()
        self.start_in_window(server)
        self.notify.wait_for(lambda line: line.startswith("STATUS=no display"), "the wait")
        self.assertTrue(any(line.startswith("EXTEND_TIMEOUT_USEC=") for line in self.notify.heard))
        self.assertNotIn(UP, self.notify.heard)
        server.restart()
        self.hear(UP)
        self.hear(LIVES)

    @fault("a display that stalls: nothing is painted, and so nobody says that the board lives", 15)
    def test_stalled(self):
        server = self.x_server()
        self.start_in_window(server)
        self.hear(UP)
        self.hear(LIVES)
        server.stall()
        self.addCleanup(server.go_on)
        self.assertTrue(self.notify.is_silent(LIVES, LIMIT), "it said that it lives")

    @fault("a process that hangs: nobody says that it lives", 18)
    def test_hung(self):
        board = self.start()
        self.hear(UP)
        board.kill(signal.SIGSTOP)
        self.addCleanup(lambda: board.kill(signal.SIGCONT))
        self.assertTrue(self.notify.is_silent(LIVES, LIMIT), "it said that it lives")
