"""Row 1: names that cannot be found out. In a network namespace with a name server of our own."""

import ctypes
import os
import socket
import struct
import subprocess
import threading

import suite
from bad_server import BadServer
from board import Board
from feed_faults import FIRST, GOOD
from suite import FaultTest, fault

NEW_NETWORK = 0x40000000  # CLONE_NEWNET
HOST = "feeds.example.test"

# Only this board's own view of the machine: who its name server is, and how long to wait for it.
NAME_SERVER = "nameserver 127.0.0.1\noptions timeout:{timeout} attempts:1\n"


class NoNamespace(Exception):
    pass


def in_namespace(work):
    """Calls `work` on a thread with a network of its own, where only the loopback is up."""
    outcome = {}

    def run():
        library = ctypes.CDLL(None, use_errno=True)
        if library.unshare(NEW_NETWORK) != 0:
            outcome["error"] = NoNamespace(os.strerror(ctypes.get_errno()))
            return
        try:
            subprocess.run(["ip", "link", "set", "lo", "up"], check=True, capture_output=True)
            outcome["value"] = work()
        except (OSError, subprocess.CalledProcessError) as error:
            outcome["error"] = NoNamespace(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["value"]


class NameServer:
    """Answers every question for an address with 127.0.0.1, until it is told to do otherwise."""

    def __init__(self):
        self.behaviour = self.address
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                question, sender = self.socket.recvfrom(4096)
            except OSError:
                return
            answer = self.behaviour(question)
            if answer is not None:
                self.socket.sendto(answer, sender)

    @staticmethod
    def _reply(question, code, answers=b"", count=0):
        """RFC 1035, 4.1: the question's number, a reply with this code, the question, the answers."""
        end = question.index(b"\0", 12) + 5
        flags = 0x8180 | code
        return question[:2] + struct.pack(">5H", flags, 1, count, 0, 0) + question[12:end] + answers

    def address(self, question, text="127.0.0.1"):
        end = question.index(b"\0", 12)
        kind = struct.unpack(">H", question[end + 1:end + 3])[0]
        if kind != 1:  # A
            return self._reply(question, 0)
        record = b"\xc0\x0c" + struct.pack(">HHIH", 1, 1, 0, 4) + socket.inet_aton(text)
        return self._reply(question, 0, record, 1)

    def elsewhere(self, question):
        return self.address(question, "192.0.2.1")  # RFC 5737: of nobody

    def no_such_name(self, question):
        return self._reply(question, 3)

    def trouble(self, question):
        return self._reply(question, 2)

    def refused(self, question):
        return self._reply(question, 5)

    def no_address(self, question):
        return self._reply(question, 0)

    def nonsense(self, question):
        return question[:2] + b"\xff" * 40

    def silence(self, question):
        return None

    def close(self):
        self.socket.close()


class Names(FaultTest):
    def check_name(self, behaviour, outcome, detail, *, timeout=5):
        folder = suite.Place.scratch / self._testMethodName
        folder.mkdir()
        resolver = folder / "resolv.conf"
        resolver.write_text(NAME_SERVER.format(timeout=timeout), encoding="ascii")
        launcher = ("unshare", "--mount", "--", "sh", "-c",
                    f'mount --bind "{resolver}" /etc/resolv.conf && exec "$@"', "sh")

        def start():
            possible = subprocess.run([*launcher, "true"], capture_output=True, check=False)
            if possible.returncode:
                raise NoNamespace(possible.stderr.decode().strip())
            names, server = NameServer(), BadServer()
            self.addCleanup(server.close)
            self.addCleanup(names.close)
            route = server.route(GOOD)
            board = Board(folder, {
                "feeds": [{"id": "calls", "url": route.url(host=HOST), "every_seconds": 5,
                           "first_after_seconds": 0, "timeout_seconds": 2,
                           "connect_timeout_seconds": 1}],
                "slides": [{"id": "one", "kind": "kpis", "seconds": 2},
                           {"id": "two", "kind": "kpis", "seconds": 2}]}, launcher=launcher)
            self.addCleanup(board.stop)
            return names, board

        try:
            names, board = in_namespace(start)
        except NoNamespace as error:
            self.skipTest(f"no network namespace on this machine: {error}")
        first = board.wait_for_round("calls", lambda one: True, "the first round")
        self.assertEqual(first["outcome"], "Answered", first["detail"])
        names.behaviour = getattr(names, behaviour)
        bad = board.wait_for_round("calls", lambda one: one["outcome"] != "Answered", "the fault")
        place = len(board.events)
        self.assertEqual(bad["outcome"], outcome)
        self.assertRegex(bad["detail"], f"^{detail}$")
        self.assertEqual(bad["generated_at"], FIRST)
        board.wait_for_slide(after=place)
        names.behaviour = names.address
        board.wait_for_round("calls", lambda one: one["outcome"] == "Answered",
                             "the name's return", after=place)
        self.measure(worst_gap_ms=board.worst_gap_ms())

    @fault("DNS: no such name", 1)
    def test_no_such_name(self):
        self.check_name("no_such_name", "Host not found", f"{HOST}: Name or service not known")

    @fault("DNS: the server has trouble", 1)
    def test_trouble(self):
        self.check_name("trouble", "Host not found",
                        f"{HOST}: Temporary failure in name resolution")

    @fault("DNS: the server refuses", 1)
    def test_refused(self):
        self.check_name("refused", "Host not found",
                        f"{HOST}: Temporary failure in name resolution")

    @fault("DNS: a name without an address", 1)
    def test_no_address(self):
        self.check_name("no_address", "Host not found",
                        f"{HOST}: No address associated with hostname")

    @fault("network unreachable", 1)
    def test_unreachable(self):
        self.check_name("elsewhere", "Network unreachable", r"192\.0\.2\.1: Network is unreachable")

    @fault("DNS: nonsense", 1)
    def test_nonsense(self):
        self.check_name("nonsense", "No answer in time",
                        "the host name was not found out within 2 s")

    @fault("DNS: silence, longer than the whole request may take", 1)
    def test_silence(self):
        self.check_name("silence", "No answer in time",
                        "the host name was not found out within 2 s")

    @fault("DNS: silence, and the resolver gives up first", 1)
    def test_short_silence(self):
        self.check_name("silence", "Host not found",
                        f"{HOST}: Temporary failure in name resolution", timeout=1)
