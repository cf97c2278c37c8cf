"""A display that can be stopped, killed and started again: Xvfb."""

import os
import shutil
import signal
import subprocess


class XServer:
    """Started at once; its number is free of others' and the same after restart()."""

    def __init__(self):
        self.name = None
        self.process = None
        self.restart()

    @staticmethod
    def is_there():
        return shutil.which("Xvfb") is not None

    def restart(self):
        """Starts it anew, after kill() with the name that it had."""
        reading, writing = os.pipe()
        named = [self.name] if self.name else []
        self.process = subprocess.Popen(
            ["Xvfb", *named, "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten",
             "tcp"], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = ":" + number.readline().strip()

    def stall(self):
        """Answers nothing any more, as a display driver that hangs."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.kill()
