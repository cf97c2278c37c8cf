"""scripts/check-rooms on small trees: one that is in order, then one fault of each kind."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check-rooms"

PAGE = """# Architecture
<!-- rooms:begin -->
```
main -> program
program -> view, base
program/child -> base
view -> base
base ->
```
<!-- rooms:end -->
<!-- fences:begin -->
```
Drawing: draw -> view
JSON: json/ -> *.cpp, view/private.h
Log: log/ -> base/log.cpp
no library in headers of: base, view
```
<!-- fences:end -->
"""

GOOD = {
    "ARCHITECTURE.md": PAGE,
    "app/main.cpp": '#include "program/entry.h"\n',
    "app/program/CMakeLists.txt": "bluelamp_room(program USES view base PACKAGES json)\n",
    "app/program/entry.h": '#pragma once\n#include <string>\n#include "view/view.h"\n',
    "app/program/child/child.cpp": '#include "base/log.h"\n#include <sys/socket.h>\n',
    "app/view/view.h": '#pragma once\n#include "base/log.h"\n',
    "app/view/view.cpp": "#include <draw.h>\n#include <json/json.hpp>\n#include <unistd.h>\n",
    "app/view/private.h": "#include <json/json.hpp>\n",
    "app/base/log.h": "#include <string_view>\n",
    "app/base/log.cpp": '#include "base/log.h"\n#include <log/log.h>\n#  include   <vector> // why\n',
}

# name: files changed or added, lines expected
FAULTS = {
    "an include against the arrows": (
        {"app/base/up.cpp": '#include <string>\n\n#include "view/view.h"\n'},
        ["app/base/up.cpp:3: base includes view/view.h, no arrow leads to view"],
    ),
    "an include of a room inside a room": (
        {"app/program/run.cpp": '#include "program/child/child.h"\n',
         "app/program/child/child.h": "\n"},
        ["app/program/run.cpp:1: program includes program/child/child.h, "
         "no arrow leads to program/child"],
    ),
    "an include against the arrows in angle brackets": (
        {"app/base/up.h": "#include <view/view.h>\n"},
        ["app/base/up.h:1: base includes view/view.h, no arrow leads to view"],
    ),
    "an include from app/ itself": (
        {"app/main.cpp": '#include "view/view.h"\n'},
        ["app/main.cpp:1: main includes view/view.h, no arrow leads to view"],
    ),
    "an include by another path": (
        {"app/view/other.cpp": '#include "view.h"\n#include "../view/view.h"\n'
                               '#include "view/../base/log.h"\n#include "draw.h"\n'},
        ['app/view/other.cpp:1: "view.h": expected a file by its path from app/',
         'app/view/other.cpp:2: "../view/view.h": expected a file by its path from app/',
         'app/view/other.cpp:3: "view/../base/log.h": expected a file by its path from app/',
         'app/view/other.cpp:4: "draw.h": expected a file by its path from app/'],
    ),
    "a library outside its room": (
        {"app/program/run.cpp": "#include <draw_more.h>\n"},
        ["app/program/run.cpp:1: <draw_more.h>: Drawing only in view"],
    ),
    "a library outside its file": (
        {"app/base/time.cpp": "#include <log/log.h>\n"},
        ["app/base/time.cpp:1: <log/log.h>: Log only in base/log.cpp"],
    ),
    "a library for .cpp files in a header": (
        {"app/program/entry.h": "#include <json/json.hpp>\n"},
        ["app/program/entry.h:1: <json/json.hpp>: JSON only in *.cpp, view/private.h"],
    ),
    "a library in a header that stays clean": (
        {"app/view/view.h": "#include <draw.h>\n"},
        ["app/view/view.h:1: <draw.h>: no library in a header of view"],
    ),
    "a library without a fence": (
        {"app/view/view.cpp": "#include <boost/any.hpp>\n#include <curl.h>\n"},
        ["app/view/view.cpp:1: <boost/any.hpp> is of a library without a fence in ARCHITECTURE.md",
         "app/view/view.cpp:2: <curl.h> is of a library without a fence in ARCHITECTURE.md"],
    ),
    "a folder without a line": (
        {"app/utils/utils.cpp": '#include "view/view.h"\n'},
        ["ARCHITECTURE.md: app/utils has no line among the rooms"],
    ),
    "a line without a folder": (
        {"ARCHITECTURE.md": PAGE.replace("base ->\n", "base ->\ncontrol -> base\n")},
        ["ARCHITECTURE.md:9: room control has no folder app/control"],
    ),
    "an arrow to nowhere": (
        {"ARCHITECTURE.md": PAGE.replace("view -> base", "view -> base, model")},
        ["ARCHITECTURE.md:7: view -> model, and the table has no room model"],
    ),
    "arrows in a circle": (
        {"ARCHITECTURE.md": PAGE.replace("base ->\n", "base -> view\n")},
        ["ARCHITECTURE.md:7: the arrows lead from view back to view",
         "ARCHITECTURE.md:8: the arrows lead from base back to base"],
    ),
    "a fence around nothing": (
        {"ARCHITECTURE.md": PAGE.replace("base/log.cpp\n", "base/log.cpp, base/gone.cpp\n")},
        ["ARCHITECTURE.md:15: Log -> base/gone.cpp, neither a room nor a file of app/"],
    ),
    "clean headers of no room": (
        {"ARCHITECTURE.md": PAGE.replace("headers of: base", "headers of: model")},
        ["ARCHITECTURE.md: no library in headers of: model, and the table has no such room"],
    ),
    "a link against the arrows": (
        {"app/view/CMakeLists.txt": "\nbluelamp_room(view USES base program\n  PACKAGES json)\n"},
        ["app/view/CMakeLists.txt:2: view links program, no arrow leads there"],
    ),
}

BROKEN = {
    "no table": ("<!-- rooms:end -->", "",
                 "ARCHITECTURE.md: expected one block from <!-- rooms:begin --> to <!-- rooms:end -->"),
    "no arrow": ("view -> base", "view", 'ARCHITECTURE.md:7: expected "room -> room, room"'),
    "a room twice": ("base ->\n", "view ->\n", "ARCHITECTURE.md:8: view stands here a second time"),
    "no fence": ("Log: log/ ->", "Log:",
                 'ARCHITECTURE.md:15: expected "library: header -> place, place"'),
}


def run_on(files):
    """Exit status, the lines about faults, and what went to standard error."""
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, root], capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()[:-1], done.stderr.strip()


class CheckRooms(unittest.TestCase):
    maxDiff = None

    def test_finds_nothing_where_nothing_is_wrong(self):
        self.assertEqual(run_on(GOOD), (0, [], ""))

    def test_names_each_fault_with_its_place(self):
        for name, (changes, lines) in FAULTS.items():
            with self.subTest(name):
                self.assertEqual(run_on(GOOD | changes), (1, lines, ""))

    def test_refuses_a_page_that_it_cannot_read(self):
        for name, (old, new, line) in BROKEN.items():
            with self.subTest(name):
                self.assertIn(old, PAGE)
                changed = {"ARCHITECTURE.md": PAGE.replace(old, new)}
                self.assertEqual(run_on(GOOD | changed), (2, [], line))

    def test_fails_where_there_is_nothing_to_check(self):
        status, lines, _ = run_on({"ARCHITECTURE.md": PAGE, "app/empty.txt": ""})
        self.assertEqual(status, 1)
        self.assertTrue(lines)


unittest.main()
