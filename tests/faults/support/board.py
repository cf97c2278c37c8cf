"""A real board, drawn into memory unless told otherwise, and what it says of itself while it runs.

    with Board(folder, {"feeds": [...], "slides": [...]}) as board:
        board.wait_for(lambda event: event["event"] == "slide", "the first slide")

The board's play log is a pipe: nothing here sleeps or asks again and again. Whoever waits has a
deadline that is far from everything under test and says, where it passes, what it waited for.
"""

import json
import os
import pathlib
import signal
import subprocess
import threading
import time

import suite

SOON = 60  # seconds; a loaded machine must not fail a test that is not about time


class NotSeen(AssertionError):
    """Something that had to happen did not."""


class Board:
    """Started at once; `events` are the lines of its play log so far, `log` its standard error."""

    def __init__(self, folder, settings, *, arguments=("--offscreen",), environment=None,
                 launcher=()):
        """`launcher` are words that stand before the program: strace, unshare and the like."""
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.config = write_settings(self.folder, settings)
        self.events = []
        self.log = ""
        self._changed = threading.Condition()
        self._open_ends = 2
        pipe = self.folder / "play.log"
        os.mkfifo(pipe)
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(reading, True)
        # Keeps the pipe from ending before the board has opened it; closed when the board ends.
        self._held_open = os.open(pipe, os.O_WRONLY)
        self.process = subprocess.Popen(
            [*launcher, suite.Place.programs / "bluelamp", "run",
             "--config", self.config, "--play-log", pipe, *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**os.environ, **(environment or {})}, process_group=0)
        self._threads = [
            threading.Thread(target=self._read_events, args=(reading,), daemon=True),
            threading.Thread(target=self._read_log, args=(self.process.stderr,), daemon=True)]
        for thread in self._threads:
            thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()

    def _read_events(self, reading):
        with os.fdopen(reading, encoding="utf-8") as lines:
            for line in lines:
                self._add(json.loads(line), "")
        self._end()

    def _read_log(self, lines):
        for line in lines:
            self._add(None, line.decode("utf-8", "replace"))
        # The board has ended, or nobody would have closed this.
        os.close(self._held_open)
        self._end()

    def _add(self, event, line):
        with self._changed:
            if event:
                self.events.append(event)
            self.log += line
            self._changed.notify_all()

    def _end(self):
        with self._changed:
            self._open_ends -= 1
            self._changed.notify_all()

    def wait_for(self, wanted, what, *, after=0, within=SOON):
        """The first event from number `after` on that `wanted` accepts; else NotSeen says `what`."""
        end = time.monotonic() + within
        seen = after
        with self._changed:
            while True:
                for event in self.events[seen:]:
                    seen += 1
                    if wanted(event):
                        return event
                self._wait(end, what)

    def wait_for_log(self, words, *, within=SOON):
        """Until the log holds `words`."""
        end = time.monotonic() + within
        with self._changed:
            while words not in self.log:
                self._wait(end, f"{words!r} in the log")

    def wait_for_slide(self, slide=None, *, after=0, within=SOON):
        """A slide that comes on the glass; any where none is named."""
        return self.wait_for(
            lambda event: event["event"] == "slide" and slide in (None, event["slide"]),
            f"slide {slide or 'after slide'}", after=after, within=within)

    def wait_for_round(self, feed, wanted, what, *, after=0, within=SOON):
        """What the play log says of a feed after the first of its rounds that `wanted` accepts."""
        found = []

        def has(event):
            rounds = event["feeds"] if event["event"] == "feeds" else ()
            found[:] = [one for one in rounds if one["id"] == feed and wanted(one)]
            return bool(found)

        self.wait_for(has, f"{what} of feed {feed}", after=after, within=within)
        return found[0]

    def rounds(self, feed):
        """Every round of a feed so far, in order."""
        return [one for event in self.events if event["event"] == "feeds"
                for one in event["feeds"] if one["id"] == feed]

    def worst_gap_ms(self):
        """By how much the latest of all frames so far missed its time."""
        return max((event["worst_late_ms"] for event in self.events
                    if event["event"] in ("slide", "end")), default=0)

    def _wait(self, end, what):
        if not self._open_ends:
            raise NotSeen(f"the board ended with {self.process.wait()} before {what}:\n"
                          + self.tail())
        if not self._changed.wait(end - time.monotonic()) and time.monotonic() >= end:
            raise NotSeen(f"{what}: not within the deadline. The log ends:\n{self.tail()}\n"
                          f"last event: {self.events[-1:]}")

    def tail(self):
        return "\n".join(self.log.splitlines()[-12:])

    def memory_kib(self, which="VmHWM"):
        """Of the board's own process: VmHWM the peak, VmRSS now."""
        return memory_kib(self.process.pid, which)

    def kill(self, with_signal=signal.SIGKILL):
        self.process.send_signal(with_signal)

    def stop(self):
        """Asks it to end, waits for that and for all that it had to say; its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(SOON)
        for thread in self._threads:
            thread.join(SOON)
        self.process.stderr.close()
        return code


def write_settings(folder, settings):
    """The settings file of a board in `folder`, which keeps its state there, too."""
    whole = {"screen": {"size": "640x360"}, "state_directory": "state", **settings}
    file = pathlib.Path(folder) / "board.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def explain(config, *arguments, environment=None):
    """What `bluelamp explain` says: one round for every feed, and what the slides then show."""
    done = subprocess.run([suite.Place.programs / "bluelamp", "explain", "--config", config,
                           *arguments], capture_output=True, check=False, timeout=SOON,
                          env={**os.environ, **(environment or {})})
    if done.returncode:
        raise AssertionError(f"explain ended with {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def document(value, *, generated_at="2026-03-10T11:58:00Z", **more):
    """A small feed document with one figure, `figure`."""
    return {"format": "bluelamp-board/1", "title": "Contact handling", "marking": "OFFICIAL",
            "generated_at": generated_at,
            "kpis": [{"id": "figure", "title": "Calls answered in time", "value": value,
                      "unit": "percent", "good": "up", "target": {"is": ">=", "value": 90}}],
            **more}


def memory_kib(process, which):
    """A line of /proc/PROCESS/status in KiB; 0 for a process that has gone."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    for line in status.splitlines():
        if line.startswith(which + ":"):
            return int(line.split()[1])
    return 0
