"""The supervisor's end of sd_notify(3): a socket that hears what a board says of itself."""

import socket
import time

from board import SOON


class NotifySocket:
    """`environment` is what a board needs to speak to it; `heard` are its lines so far, in order."""

    def __init__(self, path, *, limit_seconds=None):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        self.heard = []
        self.environment = {"NOTIFY_SOCKET": str(path)}
        if limit_seconds:
            self.environment["WATCHDOG_USEC"] = str(int(limit_seconds * 1e6))

    def take(self, within):
        """The lines of the next message; none if nothing comes in so many seconds."""
        self.socket.settimeout(max(within, 0.001))
        try:
            lines = self.socket.recv(65536).decode("utf-8").splitlines()
        except TimeoutError:
            return []
        self.heard += lines
        return lines

    def wait_for(self, wanted, what):
        """The first line from now on that `wanted` accepts."""
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            for line in self.take(end - time.monotonic()):
                if wanted(line):
                    return line
        raise AssertionError(f"{what} was not said; heard: {self.heard[-20:]}")

    def is_silent(self, line, seconds):
        """Whether `line` stays unsaid for so long; gives up waiting for silence after SOON."""
        end = time.monotonic() + SOON
        since = time.monotonic()
        while time.monotonic() < end:
            left = since + seconds - time.monotonic()
            if left <= 0:
                return True
            if line in self.take(left):
                since = time.monotonic()
        return False

    def close(self):
        self.socket.close()
