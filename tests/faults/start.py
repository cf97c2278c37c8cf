"""Row 14: settings with which no board can start. Each ends at once with the exit status that tells
a supervisor whether trying again can help, and with words that name the place."""

import dataclasses
import os
import re
import subprocess
import typing

import suite
from board import SOON
from suite import Case, FaultTest, table

NO_INPUT, WRONG = 66, 78

WHOLE = '{"feeds": [{"id": "calls", "file": "feed.json"}], "slides": [{"kind": "kpis"}]}'


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wrong(Case):
    make: typing.Callable  # called with the path of the settings, where nothing is yet
    code: int
    says: str  # a regular expression for a part of what it says


def text(content):
    return lambda file: file.write_text(content, encoding="utf-8")


def without_rights(file):
    file.write_text(WHOLE, encoding="utf-8")
    file.chmod(0)


class Settings(FaultTest):
    @table(
        Wrong(name="no settings", rows=(14,), code=NO_INPUT, make=lambda file: None,
              says="No such file"),
        Wrong(name="a folder in place of the settings", rows=(14,), code=NO_INPUT,
              make=lambda file: file.mkdir(), says="a folder"),
        Wrong(name="a pipe in place of the settings", rows=(14,), code=NO_INPUT,
              make=os.mkfifo, says="a pipe"),
        Wrong(name="settings that may not be read", rows=(14,), code=NO_INPUT,
              make=without_rights, says="Permission denied"),
        Wrong(name="empty settings", rows=(14,), code=WRONG, make=text(""),
              says="line 1.*object"),
        Wrong(name="settings of 100 MB", rows=(14,), code=WRONG,
              make=lambda file: (file.touch(), os.truncate(file, 100_000_000)), says="at most 1 MiB"),
        Wrong(name="settings that are cut short", rows=(14,), code=WRONG, make=text(WHOLE[:40]),
              says="line 1"),
        Wrong(name="settings of another encoding", rows=(14,), code=WRONG,
              make=lambda file: file.write_bytes(WHOLE.encode("utf-16")), says="UTF-8"),
        Wrong(name="a list in place of the settings", rows=(14,), code=WRONG, make=text("[]"),
              says="object"),
        Wrong(name="an unknown setting", rows=(14,), code=WRONG,
              make=text(WHOLE[:-1] + ', "colour": 1}'), says="colour"),
        Wrong(name="a setting of the wrong type", rows=(14,), code=WRONG,
              make=text(WHOLE.replace('"kpis"', "7")), says="slides.*0.*kind"),
        Wrong(name="an impossible value", rows=(14,), code=WRONG,
              make=text(WHOLE[:-1] + ', "screen": {"size": "0x-1"}}'), says="screen.*size"))
    def start(self, case):
        folder = suite.Place.scratch / self._testMethodName
        folder.mkdir()
        file = folder / "board.json"
        case.make(file)
        if case.make is without_rights and os.access(file, os.R_OK):
            self.skipTest("this user may read every file")
        done = subprocess.run(
            [suite.Place.programs / "bluelamp", "run", "--offscreen", "--seconds", "1",
             "--config", file], capture_output=True, check=False, timeout=SOON, text=True,
            errors="replace")
        self.assertEqual(done.returncode, case.code, done.stderr[-500:])
        self.assertTrue(re.search(case.says, done.stderr), done.stderr[-500:])
        self.assertIn("board.json", done.stderr)
        self.assertFalse((folder / "state").exists(), "it started all the same")
