"""Row 13: the last good document, and a disk that fails at any of its calls.

A board starts with a first edition on disk while its server has a second one. Whatever the disk does
then, the second edition must come on the glass, the cause must be in the log, and a later start
without network must find one of the two whole.
"""

import dataclasses
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import time

import suite
from bad_server import BadServer, bytes_of, http
from board import SOON, Board, document, explain, write_settings
from suite import Case, FaultTest, fault, table

FIRST, SECOND = "2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z"
EDITIONS = {FIRST: 81.5, SECOND: 82.5}
KILLS = 1000
REASONS = {"ENOSPC": "No space left on device", "EIO": "Input/output error",
           "EROFS": "Read-only file system", "EDQUOT": "Disk quota exceeded",
           "EACCES": "Permission denied", "EMFILE": "Too many open files",
           "ENOMEM": "Cannot allocate memory"}


def edition(generated_at):
    return bytes_of(document(EDITIONS[generated_at], generated_at=generated_at))


def settings(url, **more):
    return {"feeds": [{"id": "calls", "url": url, "every_seconds": 5, "first_after_seconds": 0}],
            "slides": [{"id": "one", "kind": "kpis", "seconds": 2},
                       {"id": "two", "kind": "kpis", "seconds": 2}], **more}


class StoreTest(FaultTest):
    def setUp(self):
        self.folder = suite.Place.scratch / self._testMethodName
        self.folder.mkdir()
        self.server = BadServer()
        self.addCleanup(self.server.close)
        self.dead = self.server.route(b"")
        self.dead.stop_listening()
        self.second = self.server.route(http("200 OK", edition(SECOND)))

    def seed(self, folder):
        """A state folder that holds the first edition, written by the program itself."""
        file = self.folder / "first.json"
        file.write_bytes(edition(FIRST))
        self.read(folder, {"id": "calls", "file": str(file)})
        return folder / "state"

    def read(self, folder, feed=None):
        """What a start without network finds in `folder`: the feed as `explain` has it."""
        place = folder / "reader"
        place.mkdir(parents=True, exist_ok=True)
        feed = feed or {"id": "calls", "url": self.dead.url()}
        config = write_settings(place, {"feeds": [feed], "slides": [{"kind": "kpis"}],
                                        "state_directory": str(folder / "state")})
        said = explain(config)
        values = [kpi["value"] for kpi in said["kpis"]]
        return said["feeds"][0].get("generated_at"), values

    def assert_whole(self, folder, among=(FIRST, SECOND)):
        generated_at, values = self.read(folder)
        self.assertIn(generated_at, among)
        self.assertEqual(values, [f"{EDITIONS[generated_at]}%"])
        return generated_at

    def board(self, folder, **more):
        board = Board(folder, settings(self.second.url()), **more)
        self.addCleanup(board.stop)
        return board

    def expect_second(self, board):
        """The second edition is on the glass and the rotation goes on."""
        board.wait_for_round(
            "calls", lambda one: one["outcome"] == "Answered" and one["generated_at"] == SECOND,
            "the second edition")
        board.wait_for_slide(after=len(board.events))
        self.measure(worst_gap_ms=board.worst_gap_ms())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Failing(Case):
    call: str  # of the kernel
    errors: tuple
    must_say: bool = True  # each of its failures must be in the log


class Failures(StoreTest):
    """The nth call fails, for n = 1, 2, ... until a run is clean."""

    @table(
        Failing(name="open fails, the nth time", rows=(13,), call="openat",
                errors=("ENOSPC", "EROFS", "EACCES", "EMFILE", "EIO")),
        Failing(name="fstat fails, the nth time", rows=(13,), call="newfstatat,fstat",
                errors=("EIO", "ENOMEM"), must_say=False),
        Failing(name="read fails, the nth time", rows=(13,), call="read", errors=("EIO", "EINTR")),
        Failing(name="write fails, the nth time", rows=(13,), call="write",
                errors=("ENOSPC", "EIO", "EDQUOT", "EINTR")),
        Failing(name="fsync fails, the nth time", rows=(13,), call="fsync",
                errors=("EIO", "ENOSPC", "EDQUOT", "EINTR")),
        # What was only read needs no word when its closing fails.
        Failing(name="close fails, the nth time", rows=(13,), call="close",
                errors=("EIO", "ENOSPC", "EINTR"), must_say=False),
        Failing(name="rename fails, the nth time", rows=(13,), call="rename,renameat,renameat2",
                errors=("EIO", "EROFS", "ENOSPC")),
        Failing(name="unlink fails, the nth time", rows=(13,), call="unlink,unlinkat",
                errors=("EIO", "EROFS"), must_say=False))
    def call(self, case):
        runs = 0
        for error in case.errors:
            for number in range(1, 50):
                runs += 1
                if not self.run_with(case, error, number, f"{error}-{number}"):
                    break
            else:
                self.fail(f"{error}: no clean run")
            self.assertGreater(number, 1, f"{error} was never injected")
        self.measure(runs=runs)

    def run_with(self, case, error, number, name):
        """Whether the failure was injected; everything that must hold then."""
        if not shutil.which("strace"):
            self.skipTest("strace is not installed")
        folder = self.folder / name
        state = self.seed(folder)
        files = [state / ("calls" + ending) for ending in (".feed", ".feed.tmp", ".fetched",
                                                            ".fetched.tmp")]
        trace = folder / "trace"
        paths = [word for file in (state, *files) for word in ("-P", file)]
        board = self.board(folder, launcher=(
            "strace", "-f", "-o", trace, *paths, "-e", f"trace={case.call}",
            "-e", f"inject={case.call}:error={error}:when={number}"))
        with self.subTest(error=error, number=number):
            self.expect_second(board)
            os.killpg(board.process.pid, signal.SIGKILL)
            board.stop()
            injected = "(INJECTED)" in trace.read_text(encoding="utf-8", errors="replace")
            if injected and case.must_say and error in REASONS:
                self.assertRegex(board.log, f"last good document.*{re.escape(REASONS[error])}")
            self.assert_whole(folder)
        return injected


class Disks(StoreTest):
    def mount(self, folder, *options):
        folder.mkdir(parents=True)
        done = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", folder],
                              capture_output=True, check=False)
        if done.returncode:
            self.skipTest(f"no file system can be mounted here: {done.stderr.decode().strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)

    @fault("the disk is full, then is not", 13)
    def test_full(self):
        self.mount(self.folder / "state", "-o", "size=64k")
        self.seed(self.folder)
        filler = self.folder / "state/filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        board = self.board(self.folder)
        self.expect_second(board)
        board.wait_for_log("the last good document is not kept")
        self.assertIn(REASONS["ENOSPC"], board.log)
        self.assertEqual(self.assert_whole(self.folder), FIRST)
        filler.unlink()
        rounds = len(board.rounds("calls"))
        board.wait_for(lambda event: len(board.rounds("calls")) > rounds + 1, "two more rounds")
        self.assertEqual(self.assert_whole(self.folder), SECOND)

    @fault("the file system is read-only", 13)
    def test_read_only(self):
        state = self.folder / "state"
        self.mount(state)
        self.seed(self.folder)
        subprocess.run(["mount", "-o", "remount,ro", state], check=True)
        board = self.board(self.folder)
        self.expect_second(board)
        board.wait_for_log("the last good document is not kept")
        self.assertIn(REASONS["EROFS"], board.log)
        self.assertEqual(self.assert_whole(self.folder), FIRST)

    @fault("the state folder goes while the board runs", 13)
    def test_folder_goes(self):
        board = self.board(self.folder)
        self.expect_second(board)
        shutil.rmtree(self.folder / "state")
        self.expect_second(board)

    @fault("no state folder can be made", 13)
    def test_no_folder(self):
        (self.folder / "state").write_text("a file", encoding="utf-8")
        board = self.board(self.folder)
        self.expect_second(board)
        board.wait_for_log("the last good document is not kept")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Found(Case):
    make: object  # called with the path of the kept document, which is there
    says: str = "is damaged and put aside"  # in the log; empty: nothing


def cut_at(part):
    def make(file):
        whole = file.read_bytes()
        file.write_bytes(whole[:int(len(whole) * part)])

    return make


def put(data):
    return lambda file: file.write_bytes(data)


def flip(at):
    def make(file):
        whole = bytearray(file.read_bytes())
        whole[at] ^= 1
        file.write_bytes(whole)

    return make


def folder_instead(file):
    file.unlink()
    file.mkdir()


def pipe_instead(file):
    file.unlink()
    os.mkfifo(file)


def nothing_at_the_end_of_a_link(file):
    file.unlink()
    file.symlink_to("nowhere")


class FoundAtStart(StoreTest):
    """What the disk may hold at a start; the board has nothing then, says why, and fetches."""

    @table(
        Found(name="nothing is kept", rows=(13,), make=pathlib.Path.unlink, says=""),
        Found(name="the kept document is empty", rows=(13,), make=put(b"")),
        Found(name="the kept document is cut after a byte", rows=(13,), make=cut_at(0.01)),
        Found(name="the kept document is cut in its middle", rows=(13,), make=cut_at(0.5)),
        Found(name="the kept document lacks its last byte", rows=(13,), make=cut_at(0.9999)),
        Found(name="one bit of the first byte is wrong", rows=(13,), make=flip(0)),
        Found(name="one bit of the checksum is wrong", rows=(13,), make=flip(18)),
        Found(name="one bit of the last byte is wrong", rows=(13,), make=flip(-1)),
        Found(name="zeros, as some file systems leave after a power cut", rows=(13,),
              make=put(bytes(4096))),
        Found(name="another version's document", rows=(13,),
              make=put(b"bluelamp-store 2 00000000 0 0\n")),
        Found(name="lengths that are none", rows=(13,),
              make=put(b"bluelamp-store 1 00000000 99999999999999999999 -1\n")),
        Found(name="a folder in place of the document", rows=(13,), make=folder_instead,
              says="not a regular file"),
        Found(name="a pipe in place of the document", rows=(13,), make=pipe_instead,
              says="not a regular file"),
        Found(name="a link to nowhere", rows=(13,), make=nothing_at_the_end_of_a_link, says=""))
    def start(self, case):
        state = self.seed(self.folder)
        case.make(state / "calls.feed")
        self.assertEqual(self.read(self.folder)[0], None)
        # `read` has put a damaged one aside already: once more for the board.
        shutil.rmtree(state)
        self.seed(self.folder)
        case.make(state / "calls.feed")
        board = self.board(self.folder)
        self.expect_second(board)
        if case.says:
            self.assertIn(case.says, board.log)


class PowerCuts(StoreTest):
    @fault(f"killed {KILLS} times while it keeps a new edition", 13)
    def test_kills(self):
        """Each start must find one of the last two editions whole, then is killed at a moment drawn
        around that by which half of them have kept the new one, for that is where it is written."""
        chance = random.Random(20260310)
        file = self.folder / "feed.json"
        writer = write_settings(self.folder, {"feeds": [{"id": "calls", "file": str(file)}],
                                              "slides": [{"kind": "kpis"}]})
        reader = self.folder / "reader"
        reader.mkdir()
        nowhere = write_settings(reader, {
            "feeds": [{"id": "calls", "file": str(self.folder / "nowhere.json")}],
            "slides": [{"kind": "kpis"}], "state_directory": str(self.folder / "state")})
        program = suite.Place.programs / "bluelamp"
        padding = "x" * 200_000

        def write(number):
            file.write_bytes(bytes_of({**document(number), "x-padding": padding}))

        def start():
            return subprocess.Popen([program, "explain", "--config", writer],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        for number in range(2):  # the second one finds a document, as all that follow
            write(number)
            began = time.monotonic()
            self.assertEqual(start().wait(SOON), 0)
            moment = time.monotonic() - began
        kept, changed = 1, 0
        for number in range(2, KILLS + 2):
            write(number)
            process = start()
            try:
                process.wait(chance.uniform(0.5 * moment, 1.5 * moment))
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait(SOON)
            said = explain(nowhere)
            values = [kpi["value"] for kpi in said["kpis"]]
            self.assertIn(values, ([f"{kept:,}%"], [f"{number:,}%"]), f"after kill {number}")
            if values == [f"{number:,}%"]:
                kept = number
                changed += 1
                moment *= 0.97
            else:
                moment *= 1.03
        damaged = list((self.folder / "state").glob("*.damaged"))
        self.assertEqual(damaged, [])
        # Else the moments were badly drawn, and nothing was tried.
        self.assertGreater(changed, KILLS / 20)
        self.assertGreater(KILLS - changed, KILLS / 20)
        self.measure(starts=KILLS, with_the_old=KILLS - changed, with_the_new=changed)


