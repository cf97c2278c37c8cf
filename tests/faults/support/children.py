"""How much memory the fetch programs of a board take, looked at while they run.

The kernel's own peak (VmHWM) is read every few milliseconds, so that what a program took in its very
last moment may be missed; the hard limit on its address space holds all the same.
"""

import pathlib
import threading

from board import memory_kib

EVERY = 0.005  # seconds


class Children:
    """Watches the children of a process from now until close()."""

    def __init__(self, parent):
        self.parent = parent
        self.peaks_kib = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def now(self):
        """The children that there are now. The board has one at most: its feed thread fetches one
        feed after the other."""
        found = []
        for tasks in pathlib.Path(f"/proc/{self.parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in tasks.read_text(encoding="ascii").split()]
            except (FileNotFoundError, ProcessLookupError):
                continue
        return found

    def peak_kib(self, child=None):
        """Of one child, or of all so far; 0 for one that was never seen alive."""
        if child is not None:
            return self.peaks_kib.get(child, 0)
        return max(list(self.peaks_kib.values()), default=0)

    def _watch(self):
        while not self._stopped.wait(EVERY):
            for child in self.now():
                peak = memory_kib(child, "VmHWM")
                self.peaks_kib[child] = max(self.peaks_kib.get(child, 0), peak)

    def close(self):
        self._stopped.set()
        self._thread.join()
